package games.drawbridge.bench.wire;

import io.netty.buffer.ByteBuf;

/// Counts what a client of ours is told of a room that tells values. One thread at a time.
public final class Told {
    /// Where the name of its type begins in a frame, whose first field it is.
    private static final int TYPE = "{\"t\":\"".length();

    /// How deep the values of a patch lie: in its `set`.
    private static final int SET = 2;

    private long acks;
    private long patches;
    private long values;
    private boolean patch;

    /// Reads a message, which may hold several frames.
    void read(ByteBuf message) {
        int depth = 0;
        boolean text = false;
        for (int at = message.readerIndex(); at < message.writerIndex(); at++)
            switch (message.getByte(at)) {
                case '\\' -> at++;
                case '"' -> text = !text;
                case '{' -> {
                    if (!text && depth++ == 0) begin(message, at + TYPE);
                }
                case '}' -> {
                    if (!text) depth--;
                }
                case ':' -> {
                    if (!text && patch && depth == SET) values++;
                }
                default -> {}
            }
    }

    private void begin(ByteBuf message, int type) {
        if (message.getByte(type) == 'a') acks++;
        patch = message.getByte(type) == 'p' && message.getByte(type + 1) == 'a';
        if (patch) patches++;
    }

    /// Moves that were taken and told nobody anything by themselves.
    public long acks() {
        return acks;
    }

    public long patches() {
        return patches;
    }

    /// In all patches.
    public long values() {
        return values;
    }
}
