package games.drawbridge.bench.server;

import games.drawbridge.realtime.socket.Transport;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The floor: what is left of a room server when it has no rules, order, log or limits. A room is a
/// path; everybody in it gets what one of them says; one flush per socket and turn of the one event
/// loop. Nothing that runs on Netty can cost less by much.
public final class FloorRelay {
    private static final int REQUEST = 8 * 1024;

    private final Map<String, List<Channel>> rooms = new HashMap<>();
    private final Set<Channel> written = new HashSet<>();

    private FloorRelay() {}

    /// @param arguments the port
    public static void main(String[] arguments) {
        var relay = new FloorRelay();
        var transport = Transport.best();
        new ServerBootstrap()
                .group(transport.loops().apply(1))
                .channel(transport.server())
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(
                        new ChannelInitializer<SocketChannel>() {
                            @Override
                            protected void initChannel(SocketChannel channel) {
                                channel.pipeline()
                                        .addLast(
                                                new HttpServerCodec(),
                                                new HttpObjectAggregator(REQUEST),
                                                new WebSocketServerProtocolHandler(
                                                        "/", null, false, REQUEST, false, true),
                                                relay.new Player());
                            }
                        })
                .bind(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))
                .syncUninterruptibly();
    }

    private void tell(List<Channel> room, TextWebSocketFrame frame) {
        for (var each : room) {
            each.write(frame.retainedDuplicate(), each.voidPromise());
            if (written.isEmpty()) each.eventLoop().execute(this::flush);
            written.add(each);
        }
    }

    private void flush() {
        written.forEach(Channel::flush);
        written.clear();
    }

    private final class Player extends SimpleChannelInboundHandler<TextWebSocketFrame> {
        private List<Channel> room = List.of();

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete done) {
                room = rooms.computeIfAbsent(done.requestUri(), _ -> new ArrayList<>());
                room.add(context.channel());
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame) {
            tell(room, frame);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (!room.isEmpty()) room.remove(context.channel());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable error) {
            context.close();
        }
    }
}
