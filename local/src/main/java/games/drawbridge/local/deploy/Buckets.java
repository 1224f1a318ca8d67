package games.drawbridge.local.deploy;

import games.drawbridge.local.http.ContentTypes;
import games.drawbridge.local.template.Bucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Makes buckets and brings files of the checkout into them.
final class Buckets {
    private final S3Client client;

    Buckets(S3Client client) {
        this.client = client;
    }

    void make(List<Bucket> buckets) {
        for (Bucket bucket : buckets)
            try {
                client.headBucket(ask -> ask.bucket(bucket.name()));
            } catch (NoSuchBucketException _) {
                client.createBucket(create -> create.bucket(bucket.name()));
            }
    }

    /// Uploads the files of a folder that are not in the bucket as they are; a folder that is not
    /// there has none.
    ///
    /// @param wanted by their paths in the folder
    /// @throws IOException when one can't be read
    void upload(Path folder, String bucket, Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(folder)) return;
        var there =
                client.listObjectsV2Paginator(list -> list.bucket(bucket)).contents().stream()
                        .collect(Collectors.toMap(S3Object::key, S3Object::eTag));
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                if (wanted.test(folder.relativize(file)))
                    upload(file, folder.relativize(file).toString(), bucket, there);
        }
    }

    private void upload(Path file, String key, String bucket, Map<String, String> there)
            throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (('"' + md5(bytes) + '"').equals(there.get(key))) return;
        client.putObject(
                put -> put.bucket(bucket).key(key).contentType(ContentTypes.of(key)),
                RequestBody.fromBytes(bytes));
    }

    /// S3's own mark of a small object.
    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
