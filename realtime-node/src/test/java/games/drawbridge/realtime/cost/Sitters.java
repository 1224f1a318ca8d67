package games.drawbridge.realtime.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// Sockets of players who only sit there, as small as they can be made on the players' side.
final class Sitters implements AutoCloseable {
    private static final String UPGRADE =
            "GET /rt/n1 HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    + "Sec-WebSocket-Protocol: drawbridge.v1\r\n\r\n";

    private final List<SocketChannel> channels = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(4_096);

    /// Lets players say hello to a node.
    void greet(Hall hall, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            var channel = SocketChannel.open(address(hall.port()));
            channels.add(channel);
            channel.write(ByteBuffer.wrap(UPGRADE.getBytes(UTF_8)));
            hear(channel, "\r\n\r\n");
            channel.write(frame("{\"t\":\"hello\",\"ticket\":\"" + hall.ticket("s" + i) + "\"}"));
            hear(channel, "welcome");
        }
    }

    /// What both sides of so many connections cost by themselves.
    void connect(int count) throws IOException {
        try (var listening = ServerSocketChannel.open().bind(address(0))) {
            for (int i = 0; i < count; i++) {
                channels.add(SocketChannel.open(listening.getLocalAddress()));
                channels.add(listening.accept());
            }
        }
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private void hear(SocketChannel channel, String part) throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf(part) < 0) {
            buffer.clear();
            channel.read(buffer);
            heard.append(UTF_8.decode(buffer.flip()));
        }
    }

    /// A text message of 126 to 65,535 bytes, with a mask that changes nothing.
    private static ByteBuffer frame(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        var frame = ByteBuffer.allocate(8 + bytes.length);
        frame.put((byte) 0x81).put((byte) (0x80 | 126)).putShort((short) bytes.length).putInt(0);
        return frame.put(bytes).flip();
    }

    /// Bytes of the heap that are in use, garbage gone.
    static long heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    @Override
    public void close() throws IOException {
        for (var channel : channels) channel.close();
    }
}
