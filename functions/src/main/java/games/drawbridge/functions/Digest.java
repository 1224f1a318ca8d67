package games.drawbridge.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Hashes of text.
public final class Digest {
    private Digest() {}

    /// In lower-case hex.
    public static String sha256(String text) {
        return HexFormat.of().formatHex(digest("SHA-256", text));
    }

    public static byte[] sha512(String text) {
        return digest("SHA-512", text);
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
