package games.drawbridge.bench.wire;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/// WebSocket frames as a client reads and writes them (RFC 6455), without an object for each: the
/// generator must cost less than what it measures.
final class Frames {
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT = 125;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    /// Any will do on a loopback; servers do not know it before.
    private static final int MASK = 0x5aa5_3cc3;

    private Frames() {}

    /// A whole message of the client.
    static ByteBuf write(ByteBufAllocator memory, int type, byte[] payload) {
        int length = payload.length;
        var frame = memory.buffer(length + 8);
        frame.writeByte(FINAL | type);
        if (length <= SHORT) frame.writeByte(MASKED | length);
        else frame.writeByte(MASKED | TWO_BYTES).writeShort(length);
        frame.writeInt(MASK);
        int at = frame.writerIndex();
        frame.writeBytes(payload);
        int i = at;
        for (; i + 4 <= at + length; i += 4) frame.setInt(i, frame.getInt(i) ^ MASK);
        for (; i < at + length; i++)
            frame.setByte(i, frame.getByte(i) ^ (MASK >>> (24 - 8 * ((i - at) & 3))));
        return frame;
    }

    /// Hears whole frames of the server. No contestant splits a message.
    interface Listener {
        void heard(int type, ByteBuf payload);
    }

    /// Reads all whole frames that there are.
    static void read(ByteBuf bytes, Listener listener) {
        while (bytes.readableBytes() >= 2) {
            int at = bytes.readerIndex();
            int type = bytes.getByte(at) & 0x0f;
            int length = bytes.getByte(at + 1) & 0x7f;
            int header = length == EIGHT_BYTES ? 10 : length == TWO_BYTES ? 4 : 2;
            if (bytes.readableBytes() < header) return;
            if (length == TWO_BYTES) length = bytes.getUnsignedShort(at + 2);
            else if (length == EIGHT_BYTES) length = (int) bytes.getLong(at + 2);
            if (bytes.readableBytes() < header + length) return;
            bytes.readerIndex(at + header + length);
            listener.heard(type, bytes.slice(at + header, length));
        }
    }
}
