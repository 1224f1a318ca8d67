package games.drawbridge.realtime.socket;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.load.Admission;
import games.drawbridge.realtime.relay.Relays;
import games.drawbridge.realtime.room.Rooms;
import games.drawbridge.realtime.trace.Spans;
import games.drawbridge.realtime.wire.Encoded;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The node's port. Straight on Netty: docs/decisions/sockets.md says why.
public final class SocketServer {
    /// Bytes of a request before the upgrade: its headers are small and it has no body.
    private static final int REQUEST = 8 * 1024;

    /// Bytes in the socket's own buffer: above the first it takes no more, below the second again.
    private static final WriteBufferWaterMark WATER =
            new WriteBufferWaterMark(32 * 1024, 64 * 1024);

    /// Bytes of a socket that wait in the kernel: what one client that does not read costs there,
    /// and enough for a client that is near; those who are far come through a proxy that is near.
    private static final int KERNEL = 128 * 1024;

    private final NodeId node;
    private final Set<String> origins;
    private final Sessions sessions;
    private final Admission admission;
    private final EventLoopGroup threads;
    private final BooleanSupplier healthy;
    private final Supplier<String> metrics;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private @Nullable Channel listening;

    /// @param ticketKey at least 32 characters, shared with the join call
    /// @param origins that browsers may come from
    /// @param metrics the node's figures as text
    /// @param banned who is not let in
    public SocketServer(
            NodeId node,
            String generation,
            String ticketKey,
            Set<String> origins,
            Rooms rooms,
            Relays relays,
            Admission admission,
            EventLoopGroup threads,
            BooleanSupplier healthy,
            Supplier<String> metrics,
            Predicate<PlayerId> banned,
            Spans spans,
            InstantSource clock) {
        this.node = node;
        this.origins = origins;
        this.threads = threads;
        this.healthy = healthy;
        this.metrics = metrics;
        var tickets = new Tickets(ticketKey, node, generation, clock);
        this.admission = admission;
        var door = new Door(admission, rooms::isOpen, connections::size);
        this.sessions =
                new Sessions(
                        node,
                        tickets,
                        door,
                        (id, ticket) -> new Session(id, ticket, rooms, relays, spans),
                        banned,
                        new SecureRandom(),
                        clock);
    }

    /// Listens. Port 0 takes a free one.
    ///
    /// @return the port
    public int start(String host, int port) {
        listening =
                new ServerBootstrap()
                        .group(threads)
                        .channel(Transport.of(threads).server())
                        .option(ChannelOption.SO_BACKLOG, 4096)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.SO_SNDBUF, KERNEL)
                        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER)
                        .childHandler(
                                new ChannelInitializer<SocketChannel>() {
                                    @Override
                                    protected void initChannel(SocketChannel channel) {
                                        channel.pipeline()
                                                .addLast(
                                                        new HttpServerCodec(),
                                                        new HttpObjectAggregator(REQUEST),
                                                        handshake());
                                    }
                                })
                        .bind(host, port)
                        .syncUninterruptibly()
                        .channel();
        return ((java.net.InetSocketAddress) listening.localAddress()).getPort();
    }

    private Handshake handshake() {
        return new Handshake(node, origins, sessions, connections, admission, healthy, metrics);
    }

    /// Lets every connection see that time has passed.
    public void sweep() {
        long now = System.nanoTime();
        connections.forEach(it -> it.sweep(now));
        sessions.sweep(now);
    }

    /// Closes all sockets of a player and lets none of them go on.
    public void ban(PlayerId player) {
        connections.forEach(it -> it.ban(player));
        sessions.forget(player);
    }

    /// Tells those who are still here to ask for another node.
    ///
    /// @param within the time over which they spread
    public void drain(Duration within) {
        var frame = new Encoded(new NodeFrame.Drain(within.toMillis()));
        connections.forEach(it -> it.send(frame));
    }

    /// Who is connected, and in which rooms.
    public Map<PlayerId, List<RoomId>> connected() {
        var players = new HashMap<PlayerId, List<RoomId>>();
        for (var connection : connections)
            connection.who().ifPresent(who -> players.put(who.getKey(), who.getValue()));
        return players;
    }

    /// Tells some players, wherever they are connected here.
    public void tell(Map<PlayerId, ? extends NodeFrame> frames) {
        for (var connection : connections) {
            var player = connection.player();
            var frame = player == null ? null : frames.get(player);
            if (frame != null) connection.send(new Encoded(frame));
        }
    }

    /// Lets each connection of these players look once for mail that came before they were among
    /// them; of later mail they are told.
    public void reachable(Set<PlayerId> players) {
        connections.forEach(it -> it.reachable(players));
    }

    /// Tells all who are connected.
    public void tell(NodeFrame frame) {
        var encoded = new Encoded(frame);
        connections.forEach(it -> it.send(encoded));
    }

    /// Waits until every socket is gone.
    ///
    /// @param patience at most so long
    public void awaitEmpty(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        synchronized (connections) {
            while (!connections.isEmpty() && System.nanoTime() < until) connections.wait(50);
        }
    }

    /// Takes no more sockets and closes those that there are.
    public void stop(CloseCode why) {
        if (listening != null) listening.close().syncUninterruptibly();
        connections.forEach(it -> it.close(why));
    }

    /// How many sockets are open.
    public int size() {
        return connections.size();
    }

    public boolean isEmpty() {
        return connections.isEmpty();
    }
}
