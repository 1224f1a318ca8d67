package games.drawbridge.bench.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A client of Colyseus, behind its matchmaking: binary messages, each a code, a type and an object
/// in MessagePack.
public final class ColyseusVisit extends Visit {
    private static final byte JOIN_ROOM = 10;
    private static final byte ROOM_DATA = 13;
    private static final byte[] CONFIRM = {JOIN_ROOM};

    /// The type `m`, then an object with one field `m`, a text of 8-bit length.
    private static final byte[] BEGIN = {
        ROOM_DATA, (byte) 0xa1, 'm', (byte) 0x81, (byte) 0xa1, 'm', (byte) 0xd9
    };

    /// JSON around the text of a saying.
    private static final int BEFORE = "{\"m\":\"".length();

    private static final int AFTER = "\"}".length();

    private final String path;

    /// @param seat what the matchmaking answered: `/PROCESS/ROOM?sessionId=SESSION`
    public ColyseusVisit(String seat) {
        this.path = seat;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public boolean isBinary() {
        return true;
    }

    @Override
    public List<byte[]> hello() {
        return List.of();
    }

    @Override
    public void hear(ByteBuf message, Client client) {
        byte code = message.getByte(message.readerIndex());
        if (code != JOIN_ROOM)
            throw new IllegalStateException(
                    "not let in: " + message.toString(StandardCharsets.ISO_8859_1));
        client.send(CONFIRM);
        enter();
    }

    @Override
    public byte[] say(int number, byte[] saying) {
        int length = saying.length - BEFORE - AFTER;
        var packet = new byte[BEGIN.length + 1 + length];
        System.arraycopy(BEGIN, 0, packet, 0, BEGIN.length);
        packet[BEGIN.length] = (byte) length;
        System.arraycopy(saying, BEFORE, packet, BEGIN.length + 1, length);
        return packet;
    }
}
