package games.drawbridge.realtime.archive;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/// The archive's bucket in S3.
public final class S3Bucket implements Bucket {
    private final S3Client s3;
    private final String name;
    private final Executor io;

    /// @param io where the blocking calls run
    public S3Bucket(S3Client s3, String name, Executor io) {
        this.s3 = s3;
        this.name = name;
        this.io = io;
    }

    @Override
    public CompletableFuture<Void> put(String key, byte[] bytes) {
        return CompletableFuture.runAsync(
                () -> s3.putObject(put -> put.bucket(name).key(key), RequestBody.fromBytes(bytes)),
                io);
    }

    @Override
    public CompletableFuture<byte[]> get(String key) {
        return CompletableFuture.supplyAsync(
                () -> s3.getObjectAsBytes(get -> get.bucket(name).key(key)).asByteArray(), io);
    }

    @Override
    public CompletableFuture<Void> delete(Collection<String> keys) {
        var all = keys.stream().map(key -> ObjectIdentifier.builder().key(key).build()).toList();
        return CompletableFuture.runAsync(
                () -> s3.deleteObjects(it -> it.bucket(name).delete(some -> some.objects(all))),
                io);
    }
}
