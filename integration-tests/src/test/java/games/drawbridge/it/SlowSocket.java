package games.drawbridge.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;

/// A WebSocket by hand, straight to a node: it reads only when it is asked to, and what it does not
/// read stays with the node.
final class SlowSocket implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Socket socket = new Socket();
    private final OutputStream out;
    private final DataInputStream in;
    private final Queue<JsonNode> frames = new ArrayDeque<>();

    SlowSocket(String node, int port) throws IOException {
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(20_000);
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        out = socket.getOutputStream();
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1_024));
        out.write(
                """
                GET /rt/%s HTTP/1.1\r
                Host: localhost\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
                Sec-WebSocket-Protocol: drawbridge.v1\r
                \r
                """
                        .formatted(node)
                        .getBytes(UTF_8));
        for (int end = 0; end < 4; ) end = in.read() == "\r\n\r\n".charAt(end) ? end + 1 : 0;
    }

    /// One text of 125 bytes to 64 KB, masked with zeros.
    void send(String text) throws IOException {
        byte[] bytes = (text + " ".repeat(126)).getBytes(UTF_8);
        var frame = ByteBuffer.allocate(8 + bytes.length);
        frame.put((byte) 0x81).put((byte) (0x80 | 126)).putShort((short) bytes.length).putInt(0);
        out.write(frame.put(bytes).array());
    }

    JsonNode next() throws IOException {
        while (frames.isEmpty()) read();
        return frames.remove();
    }

    private void read() throws IOException {
        int type = in.readUnsignedByte() & 0x0f;
        int length = in.readUnsignedByte();
        if (length == 126) length = in.readUnsignedShort();
        else if (length == 127) length = (int) in.readLong();
        var message = new String(in.readNBytes(length), UTF_8);
        if (type == 8) throw new IOException("closed");
        if (type == 1) for (var line : message.split("\n")) frames.add(JSON.readTree(line));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
