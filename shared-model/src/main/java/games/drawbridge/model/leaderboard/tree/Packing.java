package games.drawbridge.model.leaderboard.tree;

import java.io.ByteArrayOutputStream;

/// Writes a node as bytes: its kind, then keys as (bytes shared with the one before, bytes of its
/// own), numbers seven bits at a time.
final class Packing {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Key before = Key.LOWEST;

    Packing(int kind) {
        out.write(kind);
    }

    void key(Key key) {
        int shared = key.shared(before);
        out.write(shared);
        out.write(key.length() - shared);
        for (int n = shared; n < key.length(); n++) out.write(key.at(n));
        before = key;
    }

    void number(long number) {
        long rest = number;
        while (rest >= 0x80) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
