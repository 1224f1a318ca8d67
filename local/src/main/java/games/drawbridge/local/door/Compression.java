package games.drawbridge.local.door;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// The encodings in which a CDN hands out text.
enum Compression {
    BR {
        @Override
        byte[] compress(byte[] bytes) throws IOException {
            return Encoder.compress(bytes, new Encoder.Parameters().setQuality(QUALITY));
        }
    },
    GZIP {
        @Override
        byte[] compress(byte[] bytes) throws IOException {
            var out = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(bytes);
            }
            return out.toByteArray();
        }
    };

    /// Below it CloudFront doesn't bother.
    static final int LEAST = 1_000;

    /// Half as small as it could be, at a tenth of the time.
    private static final int QUALITY = 5;

    abstract byte[] compress(byte[] bytes) throws IOException;

    Buffer compress(Buffer bytes) throws IOException {
        return Buffer.buffer(compress(bytes.getBytes()));
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The best that the caller accepts and this machine has.
    static Optional<Compression> accepted(String accepts) {
        for (Compression each : values()) {
            boolean here = each != BR || Brotli4jLoader.isAvailable();
            if (here && accepts.matches("(?i)(.*[, ])?" + each.word() + "([ ,;].*)?"))
                return Optional.of(each);
        }
        return Optional.empty();
    }
}
