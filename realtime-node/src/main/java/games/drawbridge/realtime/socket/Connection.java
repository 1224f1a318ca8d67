package games.drawbridge.realtime.socket;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.ClientFrame;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.model.wire.WireLimits;
import games.drawbridge.realtime.room.Position;
import games.drawbridge.realtime.wire.Decoder;
import games.drawbridge.realtime.wire.Encoded;
import games.drawbridge.realtime.wire.Encoding;
import games.drawbridge.realtime.wire.Received;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// One WebSocket, from its handshake to its end. `send`, `offer`, `close` and `sweep` may be called
/// on any thread; everything else happens on the channel's own.
final class Connection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = Logger.getLogger(Connection.class);

    /// How long a client may take to answer our close before the socket is just cut.
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Channel channel;
    private final Encoding encoding;
    private final Sessions sessions;
    private final SendQueue queue;
    private final Flood flood;
    private final long openedAt = System.nanoTime();
    private volatile long heardAt = openedAt;
    private volatile long behindAt;
    private volatile long closingAt;
    private volatile boolean closing;
    private boolean reachable;
    private volatile @Nullable Session session;

    Connection(Channel channel, Encoding encoding, Sessions sessions) {
        this.channel = channel;
        this.encoding = encoding;
        this.sessions = sessions;
        this.queue = new SendQueue(channel, encoding, this::behind, this::drained);
        this.flood = new Flood(openedAt);
    }

    // ---- from the client ----

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            heardAt = System.nanoTime();
            if (message instanceof WebSocketFrame frame) read(frame);
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void read(WebSocketFrame frame) {
        switch (frame) {
            case CloseWebSocketFrame _ -> {
                if (!closing) channel.writeAndFlush(frame.retain());
                channel.close();
            }
            case PingWebSocketFrame _ ->
                    channel.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
            case TextWebSocketFrame _, BinaryWebSocketFrame _ -> message(frame);
            default -> {}
        }
    }

    private void message(WebSocketFrame frame) {
        boolean text = frame instanceof TextWebSocketFrame;
        if (text != (encoding == Encoding.JSON)) {
            reject(Code.BAD, "not the subprotocol's messages", CloseCode.MALFORMED);
            return;
        }
        for (var received : Decoder.message(ByteBufUtil.getBytes(frame.content()), encoding)) {
            if (closing) return;
            if (flood.isAbuse(heardAt)) {
                reject(Code.RATE, "far too many frames", CloseCode.ABUSE);
                return;
            }
            received(received);
        }
    }

    private void received(Received received) {
        var open = session;
        switch (received) {
            case Received.Malformed(var detail) -> reject(Code.BAD, detail, CloseCode.MALFORMED);
            case Received.Frame(ClientFrame.Hello hello) when open == null -> hello(hello);
            case Received _ when open == null ->
                    reject(Code.UNAUTHORIZED, "hello comes first", CloseCode.NO_HELLO);
            case Received.Bad(var code, var detail) -> tell(code, detail, null);
            case Received.BadMove(var room, var id, var code, var detail) -> {
                if (mayMove(open, room, id)) open.badMove(room, id, code, detail);
            }
            case Received.Unknown _ -> {}
            case Received.Frame(var frame) -> frame(open, frame);
        }
    }

    private void frame(Session open, ClientFrame frame) {
        switch (frame) {
            case ClientFrame.Hello _ -> tell(Code.BAD, "hello was said already", null);
            case ClientFrame.Join(var room, var epoch, var seq) ->
                    open.join(room, epoch == null || seq == null ? null : new Position(epoch, seq));
            case ClientFrame.Leave(var room) -> open.leave(room);
            case ClientFrame.Move(var room, var id, var body) -> {
                if (mayMove(open, room, id)) open.move(room, id, body);
            }
            case ClientFrame.Ping(var id) ->
                    send(new Encoded(new NodeFrame.Pong(id, open.heads())));
        }
    }

    private boolean mayMove(Session open, RoomId room, long id) {
        long wait = sessions.move(open.player(), heardAt);
        if (wait > 0)
            send(
                    new Encoded(
                            new NodeFrame.Deny(
                                    room, id, Code.RATE, "too many moves a second", wait)));
        return wait == 0;
    }

    private void hello(ClientFrame.Hello hello) {
        switch (sessions.hello(hello, this)) {
            case Greeting.Welcome(var known) -> session = known;
            case Greeting.Refused(var code, var detail, var close) -> reject(code, detail, close);
        }
    }

    // ---- to the client ----

    /// Sends a frame that cannot be fetched again.
    void send(Encoded frame) {
        boolean member = frame.frame() instanceof NodeFrame.Member;
        if (closing || (member && queue.isBehind())) return; // who is here is told again later
        if (!queue.send(frame)) close(CloseCode.SLOW);
    }

    /// Sends an event, unless the client is behind: then it is fetched from the log later.
    boolean offer(Encoded frame) {
        return !closing && queue.offer(frame);
    }

    private void tell(Code code, String detail, @Nullable RoomId room) {
        send(new Encoded(new NodeFrame.Problem(code, detail, room)));
    }

    private void reject(Code code, String detail, CloseCode close) {
        tell(code, detail, null);
        close(close);
    }

    /// Who is connected by this one; nobody before the hello.
    @Nullable PlayerId player() {
        var open = session;
        return open == null ? null : open.player();
    }

    /// The same, and in which rooms.
    Optional<Map.Entry<PlayerId, List<RoomId>>> who() {
        var open = session;
        return open == null
                ? Optional.empty()
                : Optional.of(Map.entry(open.player(), open.rooms()));
    }

    /// Says once that there may be mail, when its player is among these. By one thread.
    void reachable(Set<PlayerId> players) {
        var player = player();
        if (reachable || player == null || !players.contains(player)) return;
        reachable = true;
        send(new Encoded(new NodeFrame.Mail(null)));
    }

    /// Sends a player away for good; of others nothing happens.
    void ban(PlayerId player) {
        var open = session;
        if (open != null && open.player().equals(player))
            reject(Code.BANNED, "this player is banned", CloseCode.BANNED);
    }

    private void behind() {
        behindAt = System.nanoTime();
        var open = session;
        if (open != null) open.behind();
    }

    private void drained() {
        var open = session;
        if (open != null) open.drained();
    }

    /// Says why, and gives the client a moment to hear it.
    void close(CloseCode code) {
        channel.eventLoop()
                .execute(() -> {
                    if (closing || !channel.isActive()) return;
                    closing = true;
                    closingAt = System.nanoTime();
                    queue.flush();
                    channel.writeAndFlush(new CloseWebSocketFrame(code.number(), ""));
                    var open = session;
                    if (open != null && code == CloseCode.ELSEWHERE && open.isAttachedTo(this))
                        sessions.forget(open);
                });
    }

    // ---- time and ends ----

    /// Closes what has been silent, slow or closing for too long.
    void sweep(long now) {
        var open = session;
        if (closing) {
            if (passed(closingAt, FAREWELL, now)) channel.close();
        } else if (open == null && passed(openedAt, WireLimits.HELLO, now)) {
            close(CloseCode.NO_HELLO);
        } else if (passed(heardAt, WireLimits.HEARTBEAT.multipliedBy(2), now)) {
            close(CloseCode.NO_HEARTBEAT);
        } else if (queue.isBehind() && passed(behindAt, WireLimits.SLOW, now)) {
            close(CloseCode.SLOW);
        }
    }

    private static boolean passed(long since, Duration time, long now) {
        return now - since > time.toNanos();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (channel.isWritable()) queue.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        var open = session;
        if (open != null) sessions.disconnected(open, this);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
        if (error instanceof IOException) channel.close();
        else if (Oversize.is(error)) {
            Oversize.discardTheRest(context.pipeline());
            reject(Code.TOO_BIG, "a message has at most 16 KB", CloseCode.TOO_BIG);
        } else if (Oversize.isProtocol(error)) {
            reject(Code.BAD, "not a WebSocket message", CloseCode.MALFORMED);
        } else {
            LOG.error("a connection failed", error);
            close(CloseCode.INTERNAL);
        }
    }
}
