package games.drawbridge.bench.wire;

import io.netty.buffer.ByteBuf;
import java.util.List;

/// A client of the raw relay and of `ws`: the path is the room, and each message is a saying.
public final class PlainVisit extends Visit {
    private final String room;

    public PlainVisit(int room) {
        this.room = "/r" + room;
    }

    @Override
    public String path() {
        return room;
    }

    /// In as soon as the socket is open, for there is nothing to hear.
    @Override
    public List<byte[]> hello() {
        enter();
        return List.of();
    }

    @Override
    public void hear(ByteBuf message, Client client) {}

    @Override
    public byte[] say(int number, byte[] saying) {
        return saying;
    }
}
