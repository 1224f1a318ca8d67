package games.drawbridge.realtime.archive;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/// The archive's bucket in S3.
public final class S3Bucket implements Bucket {
    /// After these a call counts as failed and is tried again.
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final S3Client s3;
    private final String name;
    private final Executor io;

    /// @param io where the blocking calls run
    public S3Bucket(S3Client s3, String name, Executor io) {
        this.s3 = s3;
        this.name = name;
        this.io = io;
    }

    /// @param elsewhere where it is not the region's own
    public static S3Client client(Optional<URI> elsewhere) {
        var s3 =
                S3Client.builder()
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(CONNECT)
                                        .socketTimeout(SILENCE))
                        .forcePathStyle(elsewhere.isPresent());
        elsewhere.ifPresent(s3::endpointOverride);
        return s3.build();
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
