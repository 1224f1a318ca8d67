package games.drawbridge.faults.net;

import io.netty.channel.ChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// A port of this machine behind which is another one, and between them a network in some weather.
public final class Road implements AutoCloseable {
    /// Bytes that the kernel may hold for whoever does not read: little, so that slowness is felt
    /// at the far end. But not less than a packet of the loopback has: such a connection may fall
    /// to some 60 KB a second and stay there.
    private static final int BUFFER = 64 * 1024;

    private final Vertx vertx;
    private final NetServer server;
    private final NetClient client;
    private final int target;
    private final RandomGenerator dice;
    private final Set<NetSocket> open = ConcurrentHashMap.newKeySet();
    private volatile Weather weather = Weather.CLEAR;

    /// Opens a road to a port of this machine.
    public Road(Vertx vertx, int target, RandomGenerator dice) {
        this.vertx = vertx;
        this.target = target;
        this.dice = dice;
        client =
                vertx.createNetClient(
                        new NetClientOptions().setReceiveBufferSize(BUFFER).setTcpNoDelay(true));
        var options = new NetServerOptions().setHost("127.0.0.1").setPort(0).setTcpNoDelay(true);
        server =
                vertx.createNetServer(options.setSendBufferSize(BUFFER)).connectHandler(this::came);
        server.listen().toCompletionStage().toCompletableFuture().join();
    }

    public int port() {
        return server.actualPort();
    }

    public void weather(Weather next) {
        weather = next;
    }

    /// Breaks every connection as a router that forgot them does: both ends get a reset.
    public void cut() {
        open.forEach(Road::reset);
    }

    private void came(NetSocket near) {
        near.pause();
        client.connect(target, "127.0.0.1")
                .onSuccess(far -> {
                    join(near, far);
                    near.resume();
                })
                .onFailure(_ -> near.close());
    }

    private void join(NetSocket near, NetSocket far) {
        open.add(near);
        open.add(far);
        var out = new Lane(vertx, near, far, () -> weather, dice);
        var back = new Lane(vertx, far, near, () -> weather, dice);
        near.exceptionHandler(_ -> {}).closeHandler(_ -> closed(near, out));
        far.exceptionHandler(_ -> {}).closeHandler(_ -> closed(far, back));
    }

    private void closed(NetSocket socket, Lane lane) {
        open.remove(socket);
        lane.end();
    }

    /// On the socket's own event loop, for it may be closing at this moment.
    private static void reset(NetSocket socket) {
        var channel = ((NetSocketInternal) socket).channelHandlerContext().channel();
        channel.eventLoop()
                .execute(() -> {
                    if (!channel.isOpen()) return;
                    channel.config().setOption(ChannelOption.SO_LINGER, 0);
                    channel.close();
                });
    }

    @Override
    public void close() {
        open.forEach(NetSocket::close);
        server.close();
        client.close();
    }
}
