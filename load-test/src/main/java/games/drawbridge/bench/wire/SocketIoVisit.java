package games.drawbridge.bench.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A client of Socket.IO: engine.io v4 over a WebSocket, without its HTTP polling before.
public final class SocketIoVisit extends Visit {
    private static final byte[] CONNECT = ascii("40");
    private static final byte[] PONG = ascii("3");
    private static final byte[] BEGIN = ascii("42[\"m\",");
    private static final String JOINED = "42[\"joined\"]";

    private final int room;

    public SocketIoVisit(int room) {
        this.room = room;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String path() {
        return "/socket.io/?EIO=4&transport=websocket&room=r" + room;
    }

    @Override
    public List<byte[]> hello() {
        return List.of();
    }

    @Override
    public void hear(ByteBuf message, Client client) {
        if (message.getByte(message.readerIndex()) == '0') client.send(CONNECT);
        else if (message.toString(StandardCharsets.UTF_8).equals(JOINED)) enter();
        else overhear(message, client);
    }

    /// The server asks every 25 s.
    @Override
    public void overhear(ByteBuf message, Client client) {
        if (message.readableBytes() == 1 && message.getByte(message.readerIndex()) == '2')
            client.send(PONG);
    }

    @Override
    public byte[] say(int number, byte[] saying) {
        var packet = new byte[BEGIN.length + saying.length + 1];
        System.arraycopy(BEGIN, 0, packet, 0, BEGIN.length);
        System.arraycopy(saying, 0, packet, BEGIN.length, saying.length);
        packet[packet.length - 1] = ']';
        return packet;
    }
}
