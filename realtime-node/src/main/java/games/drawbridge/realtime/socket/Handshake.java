package games.drawbridge.realtime.socket;

import static io.netty.handler.codec.http.HttpResponseStatus.FORBIDDEN;
import static io.netty.handler.codec.http.HttpResponseStatus.NOT_FOUND;
import static io.netty.handler.codec.http.HttpResponseStatus.OK;
import static io.netty.handler.codec.http.HttpResponseStatus.SERVICE_UNAVAILABLE;
import static io.netty.handler.codec.http.HttpResponseStatus.UPGRADE_REQUIRED;

import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.WireLimits;
import games.drawbridge.realtime.load.Admission;
import games.drawbridge.realtime.wire.Encoding;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker13;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The HTTP before the WebSocket: the health check, also at `/rt/NODE/health` where the players'
/// way leads, the node's figures at `/metrics` where it does not, and the upgrade at `/rt/NODE`. A
/// browser must come from an allowed origin; other clients send none.
final class Handshake extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final WebSocketDecoderConfig DECODER =
            WebSocketDecoderConfig.newBuilder()
                    .maxFramePayloadLength(WireLimits.MESSAGE)
                    .allowExtensions(false)
                    .closeOnProtocolViolation(false)
                    .build();

    private final NodeId node;
    private final Set<String> origins;
    private final Sessions sessions;
    private final Set<Connection> connections;
    private final Admission admission;
    private final BooleanSupplier healthy;
    private final Supplier<String> metrics;

    Handshake(
            NodeId node,
            Set<String> origins,
            Sessions sessions,
            Set<Connection> connections,
            Admission admission,
            BooleanSupplier healthy,
            Supplier<String> metrics) {
        this.node = node;
        this.origins = origins;
        this.sessions = sessions;
        this.connections = connections;
        this.admission = admission;
        this.healthy = healthy;
        this.metrics = metrics;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        String path = request.uri().split("\\?", 2)[0];
        String origin = request.headers().get(HttpHeaderNames.ORIGIN);
        if (path.equals("/health") || path.equals("/rt/" + node + "/health"))
            answer(context, healthy.getAsBoolean() ? OK : SERVICE_UNAVAILABLE);
        else if (path.equals("/metrics")) answer(context, OK, metrics.get());
        else if (!path.equals("/rt/" + node)) answer(context, NOT_FOUND);
        else if (!isUpgrade(request)) answer(context, UPGRADE_REQUIRED);
        else if (origin != null && !origins.contains(origin)) answer(context, FORBIDDEN);
        else if (!admission.accepts(connections.size())) answer(context, SERVICE_UNAVAILABLE);
        else upgrade(context, request);
    }

    private static boolean isUpgrade(FullHttpRequest request) {
        return request.headers()
                        .containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                && "13".equals(request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_VERSION));
    }

    private void upgrade(ChannelHandlerContext context, FullHttpRequest request) {
        var offered = offered(request);
        var chosen = offered.stream().flatMap(it -> Encoding.of(it).stream()).findFirst();
        var named = chosen.map(Encoding::subprotocol).or(() -> offered.stream().findFirst());
        var channel = context.channel();
        try {
            new WebSocketServerHandshaker13(request.uri(), named.orElse(null), DECODER)
                    .handshake(channel, request);
        } catch (WebSocketHandshakeException broken) {
            answer(context, HttpResponseStatus.BAD_REQUEST);
            return;
        }
        var connection = new Connection(channel, chosen.orElse(Encoding.JSON), sessions);
        connections.add(connection);
        channel.closeFuture().addListener(_ -> connections.remove(connection));
        channel.pipeline().addLast(new WebSocketFrameAggregator(WireLimits.MESSAGE), connection);
        channel.pipeline().remove(this);
        // a browser fails the handshake when none of its offers is taken, and would not hear why
        if (chosen.isEmpty() && !offered.isEmpty()) connection.close(CloseCode.VERSION);
    }

    private static List<String> offered(FullHttpRequest request) {
        return request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static void answer(ChannelHandlerContext context, HttpResponseStatus status) {
        answer(context, status, "");
    }

    private static void answer(
            ChannelHandlerContext context, HttpResponseStatus status, String text) {
        var content = Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, content);
        if (!text.isEmpty())
            response.headers().set(HttpHeaderNames.CONTENT_TYPE, "text/plain; version=0.0.4");
        HttpUtil.setContentLength(response, content.readableBytes());
        HttpUtil.setKeepAlive(response, false);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
        context.close();
    }
}
