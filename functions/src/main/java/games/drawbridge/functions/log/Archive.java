package games.drawbridge.functions.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.json.JsonText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/// The archive of rooms' logs: objects of packed JSON lines, a batch each.
final class Archive {
    private final S3Client s3;
    private final String bucket;

    private final Map<Stored, Lines> kept =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Stored, Lines> eldest) {
                    return size() > LogLimits.KEPT;
                }
            };

    Archive(Aws aws) {
        s3 = aws.s3();
        bucket = aws.environment().get("ARCHIVE_BUCKET");
    }

    /// A batch is read when it is asked for: most of a long log is not.
    private record Lines(List<String> lines) implements Stretch {
        @Override
        public List<Placed> forward(long place, int count) {
            int first = Math.clamp(place, 0, lines.size());
            return IntStream.range(first, Math.min(first + count, lines.size()))
                    .mapToObj(this::placed)
                    .toList();
        }

        @Override
        public List<Placed> backward(long place, int count) {
            int end = Math.clamp(place, 0, lines.size());
            return IntStream.range(0, Math.min(count, end))
                    .mapToObj(n -> placed(end - 1 - n))
                    .toList();
        }

        private Placed placed(int line) {
            return new Placed(line, JsonText.read(lines.get(line), Batch.class));
        }
    }

    /// What stands in an object; a batch's place is its line.
    ///
    /// @throws Problem 503 `no-archive` when it cannot be had, `archive-corrupt` when it is not
    ///   what was written
    synchronized Stretch of(Stored object) {
        var known = kept.get(object);
        if (known != null) return known;
        var fresh = new Lines(unpack(object, bytes(object.key())));
        kept.put(object, fresh);
        return fresh;
    }

    private byte[] bytes(String key) {
        try {
            return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
        } catch (SdkException wrong) {
            throw Problem.unavailable("no-archive", "the archive cannot be read", wrong);
        }
    }

    private static List<String> unpack(Stored object, byte[] bytes) {
        try (var text = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            if (Digest.sha256(bytes).equals(object.sha256()))
                return new String(text.readAllBytes(), UTF_8).lines().toList();
            throw new IOException("another hash");
        } catch (IOException wrong) {
            throw Problem.unavailable(
                    "archive-corrupt",
                    "a part of this room's log is damaged",
                    new IOException(object.key(), wrong));
        }
    }
}
