package games.drawbridge.model.leaderboard.tree;

import java.nio.ByteBuffer;

/// Reads what [Packing] wrote.
final class Unpacking {
    private final ByteBuffer in;
    private byte[] before = new byte[0];

    Unpacking(ByteBuffer in) {
        this.in = in;
    }

    int kind() {
        return in.get();
    }

    boolean more() {
        return in.hasRemaining();
    }

    Key key() {
        int shared = Byte.toUnsignedInt(in.get());
        int own = Byte.toUnsignedInt(in.get());
        var bytes = new byte[shared + own];
        System.arraycopy(before, 0, bytes, 0, shared);
        in.get(bytes, shared, own);
        before = bytes;
        return Key.of(bytes);
    }

    long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) return number;
        }
    }
}
