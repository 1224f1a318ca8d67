package games.drawbridge.model.leaderboard.tree;

import java.util.Arrays;

/// Writes a node as bytes: its kind, then keys as (bytes shared with the one before, bytes of its
/// own), numbers seven bits at a time.
final class Packing {
    private byte[] out = new byte[256];
    private int length;
    private Key before = Key.LOWEST;

    Packing(int kind) {
        put(kind);
    }

    void key(Key key) {
        int shared = key.shared(before);
        put(shared);
        put(key.length() - shared);
        for (int n = shared; n < key.length(); n++) put(key.at(n));
        before = key;
    }

    void number(long number) {
        long rest = number;
        while (rest >= 0x80) {
            put((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        put((int) rest);
    }

    private void put(int value) {
        if (length == out.length) out = Arrays.copyOf(out, 2 * length);
        out[length++] = (byte) value;
    }

    byte[] bytes() {
        return Arrays.copyOf(out, length);
    }
}
