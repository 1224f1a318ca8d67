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
        return sha256(text.getBytes(UTF_8));
    }

    /// In lower-case hex.
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256", bytes));
    }

    public static byte[] sha512(String text) {
        return digest("SHA-512", text.getBytes(UTF_8));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
