package games.drawbridge.realtime.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/// A blocking client on a socket of its own.
final class Player implements AutoCloseable {
    private static final int SHORT = 125;

    private final String name;
    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    Player(String name, int port) {
        this.name = name;
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            var request =
                    "GET /rt/n1 HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                            + "Sec-WebSocket-Protocol: drawbridge.v1\r\n\r\n";
            out.write(request.getBytes(UTF_8));
            out.flush();
            for (int last = 0; last != 0x0d0a0d0a; ) last = last << 8 | in.readUnsignedByte();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    /// Sends a text message.
    void say(String text) {
        try {
            byte[] bytes = text.getBytes(UTF_8);
            out.writeByte(0x81);
            if (bytes.length <= SHORT) out.writeByte(0x80 | bytes.length);
            else {
                out.writeByte(0x80 | 126);
                out.writeShort(bytes.length);
            }
            out.writeInt(0); // a mask that changes nothing
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits for the next message.
    String hear() {
        try {
            in.readUnsignedByte();
            int length = in.readUnsignedByte();
            if (length == 126) length = in.readUnsignedShort();
            var bytes = new byte[length];
            in.readFully(bytes);
            return new String(bytes, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Waits for a frame of that type, and reads all before it.
    String hear(String type) {
        String text = hear();
        while (!text.contains("\"t\":\"" + type + "\"")) text = hear();
        return text;
    }

    /// Waits for so many frames of a type.
    ///
    /// @return in how many messages they came
    int messages(String type, int frames) {
        int messages = 0;
        for (int found = 0; found < frames; messages++)
            found += hear(type).split("\"t\":\"" + type + "\"", -1).length - 1;
        return messages;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
