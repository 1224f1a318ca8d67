package games.drawbridge.model.leaderboard.tree;

import java.util.Arrays;
import java.util.Base64;

/// What a tree sorts by: bytes, compared as unsigned.
public final class Key implements Comparable<Key> {
    /// Before every other.
    public static final Key LOWEST = new Key(new byte[0]);

    private final byte[] bytes;

    private Key(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Key of(byte[] bytes) {
        return new Key(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// The least of all that are greater.
    public Key next() {
        return new Key(Arrays.copyOf(bytes, bytes.length + 1));
    }

    int length() {
        return bytes.length;
    }

    byte at(int index) {
        return bytes[index];
    }

    /// The shortest key that is greater than `before` and not greater than this one.
    public Key since(Key before) {
        return new Key(Arrays.copyOf(bytes, Math.min(bytes.length, shared(before) + 1)));
    }

    /// Bytes that the two begin with alike.
    int shared(Key other) {
        int mismatch = Arrays.mismatch(bytes, other.bytes);
        return mismatch < 0 ? bytes.length : mismatch;
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// As part of a row's key.
    @Override
    public String toString() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
