package games.drawbridge.model.leaderboard.tree;

/// Reads what [Packing] wrote.
final class Unpacking {
    private final byte[] in;
    private int position;
    private byte[] before = new byte[0];

    Unpacking(byte[] in) {
        this.in = in;
    }

    int kind() {
        return next();
    }

    boolean more() {
        return position < in.length;
    }

    Key key() {
        int shared = Byte.toUnsignedInt(next());
        int own = Byte.toUnsignedInt(next());
        var bytes = new byte[shared + own];
        System.arraycopy(before, 0, bytes, 0, shared);
        System.arraycopy(in, position, bytes, shared, own);
        position += own;
        before = bytes;
        return Key.of(bytes);
    }

    long number() {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = next();
            number |= (long) (next & 0x7f) << shift;
            if (next >= 0) return number;
        }
    }

    private byte next() {
        return in[position++];
    }
}
