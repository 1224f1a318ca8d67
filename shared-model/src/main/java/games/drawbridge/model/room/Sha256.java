package games.drawbridge.model.room;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The hash of an id, of whose letters each is one byte.
final class Sha256 {
    private Sha256() {}

    static byte[] of(String id) {
        byte[] bytes = new byte[id.length()];
        for (int n = 0; n < bytes.length; n++) bytes[n] = (byte) id.charAt(n);
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
