package games.drawbridge.model.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What looks like chance and is always the same for one text.
///
/// @param hex its SHA-256
record Fingerprint(String hex) {
    private static final int ID_DIGITS = 24;
    private static final int NUMBER_DIGITS = 8;
    private static final int RADIX = 16;

    static Fingerprint of(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return new Fingerprint(HexFormat.of().formatHex(sha256.digest(bytes(text))));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Two bytes a letter.
    private static byte[] bytes(String text) {
        byte[] bytes = new byte[2 * text.length()];
        for (int n = 0; n < text.length(); n++) {
            bytes[2 * n] = (byte) (text.charAt(n) >> Byte.SIZE);
            bytes[2 * n + 1] = (byte) text.charAt(n);
        }
        return bytes;
    }

    /// A number from 0 up to the bound.
    int below(int bound) {
        return (int) (Long.parseLong(hex, 0, NUMBER_DIGITS, RADIX) % bound);
    }

    String id() {
        return hex.substring(0, ID_DIGITS);
    }
}
