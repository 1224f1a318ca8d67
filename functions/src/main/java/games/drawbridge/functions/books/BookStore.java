package games.drawbridge.functions.books;

import games.drawbridge.functions.aws.Aws;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The bucket of the books, in which nothing can be changed.
final class BookStore {
    private final S3Client s3;
    private final String bucket;

    BookStore(Aws aws) {
        s3 = aws.s3(BookLimits.TRANSFER);
        bucket = aws.environment().get("BOOKS_BUCKET");
    }

    /// Where a file of a month's statement is.
    static String key(YearMonth month, String name) {
        return "statements/" + month + "/" + name;
    }

    /// Where what a closing was begun with is, by its hash: others may have begun with something
    /// else at the same time, and only what the period names counts.
    static String pinned(YearMonth month, String name, String sha256) {
        return "closing/" + month + "/" + sha256 + "-" + name;
    }

    void put(String key, Written file) {
        String sha256 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(file.sha256()));
        s3.putObject(
                put -> put.bucket(bucket).key(key).checksumSHA256(sha256),
                RequestBody.fromFile(file.path()));
    }

    void put(String key, byte[] bytes) {
        s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(bytes));
    }

    /// @throws IOException when it is not there whole
    InputStream open(String key) throws IOException {
        return s3.getObject(get -> get.bucket(bucket).key(key));
    }

    /// All of an object; empty when there is none. Who may not list a bucket is told 403 then.
    Optional<byte[]> find(String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
        } catch (S3Exception missing) {
            if (missing.statusCode() != 404 && missing.statusCode() != 403) throw missing;
            return Optional.empty();
        }
    }
}
