package games.drawbridge.bench.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One socket of a player: the upgrade, then messages both ways. On the generator's thread.
public final class Client extends ChannelInboundHandlerAdapter implements Frames.Listener {
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /// Close code 1000.
    private static final byte[] NORMAL = {0x03, (byte) 0xE8};

    private final Generator generator;
    private final Channel channel;
    private final int player;
    private final Visit visit;
    private @Nullable ByteBuf rest;
    private boolean upgraded;
    private boolean leaving;
    private boolean left;

    Client(Generator generator, Channel channel, int player, Visit visit) {
        this.generator = generator;
        this.channel = channel;
        this.player = player;
        this.visit = visit;
    }

    Visit visit() {
        return visit;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        String protocol = visit.subprotocol();
        String request =
                "GET "
                        + visit.path()
                        + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + (protocol == null ? "" : "Sec-WebSocket-Protocol: " + protocol + "\r\n")
                        + "\r\n";
        var bytes = request.getBytes(StandardCharsets.US_ASCII);
        context.writeAndFlush(context.alloc().buffer(bytes.length).writeBytes(bytes));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var news = (ByteBuf) message;
        var before = rest;
        rest = null;
        var bytes = before == null ? news : before.writeBytes(news);
        if (before != null) news.release();
        if (upgraded || upgrade(bytes)) Frames.read(bytes, this);
        if (!bytes.isReadable()) bytes.release();
        else if (before != null) rest = bytes.discardReadBytes();
        else {
            rest = context.alloc().buffer(bytes.readableBytes()).writeBytes(bytes);
            bytes.release();
        }
    }

    private boolean upgrade(ByteBuf bytes) {
        int end = -1;
        for (int i = bytes.readerIndex(); i <= bytes.writerIndex() - END.length; i++)
            if (bytes.getInt(i) == 0x0d0a_0d0a) {
                end = i;
                break;
            }
        if (end < 0) return false;
        int length = end - bytes.readerIndex() + END.length;
        var head = bytes.readCharSequence(length, StandardCharsets.US_ASCII).toString();
        if (!head.startsWith("HTTP/1.1 101")) {
            generator.failed(head.lines().findFirst().orElse("no answer"));
            channel.close();
            return false;
        }
        upgraded = true;
        for (var each : visit.hello()) write(each);
        channel.flush();
        if (visit.isIn()) generator.entered(this);
        return true;
    }

    @Override
    public void heard(int type, ByteBuf payload) {
        switch (type) {
            case Frames.TEXT, Frames.BINARY -> message(payload);
            case Frames.PING -> {
                var bytes = new byte[payload.readableBytes()];
                payload.readBytes(bytes);
                channel.writeAndFlush(Frames.write(channel.alloc(), Frames.PONG, bytes));
            }
            case Frames.CLOSE -> {
                int code = payload.readableBytes() < 2 ? 0 : payload.readUnsignedShort();
                if (visit.isIn()) generator.failed("closed with " + code);
                visit.out();
                channel.close();
            }
            default -> {}
        }
    }

    private void message(ByteBuf payload) {
        if (left) return;
        if (!visit.isIn()) {
            visit.hear(payload, this);
            if (visit.isIn()) generator.entered(this);
            return;
        }
        generator.heard(player, payload);
        visit.overhear(payload, this);
    }

    /// Writes a message; it leaves with the next flush.
    void write(byte[] payload) {
        int type = visit.isBinary() ? Frames.BINARY : Frames.TEXT;
        channel.write(Frames.write(channel.alloc(), type, payload), channel.voidPromise());
    }

    public void send(byte[] payload) {
        write(payload);
        flush();
    }

    void flush() {
        channel.flush();
    }

    /// The server does not let the player in now: they come again a moment later, as clients do.
    void again(String why) {
        if (upgraded && !leaving) generator.again(player, visit, why);
        leaving = true;
        channel.close();
    }

    /// The server has turned a saying away.
    void denied(String why) {
        generator.denied(why);
    }

    /// Says goodbye, and lets the server close the socket: who closes it with something unread in
    /// it takes back what was said last.
    void leave() {
        byte[] goodbye = visit.isIn() ? visit.leave() : null;
        if (goodbye != null) write(goodbye);
        visit.out();
        left = true;
        channel.writeAndFlush(Frames.write(channel.alloc(), Frames.CLOSE, NORMAL));
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    void close() {
        visit.out();
        channel.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (rest != null) rest.release();
        rest = null;
        if (visit.isIn()) generator.failed("a socket was cut");
        visit.out();
        if (!leaving) generator.gone();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
        generator.failed(String.valueOf(error));
        context.close();
    }
}
