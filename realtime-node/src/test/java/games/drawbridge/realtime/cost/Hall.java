package games.drawbridge.realtime.cost;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Standing;
import games.drawbridge.model.title.Title;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.load.Admission;
import games.drawbridge.realtime.log.Logs;
import games.drawbridge.realtime.placement.MemoryRecords;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.room.Opener;
import games.drawbridge.realtime.room.Rooms;
import games.drawbridge.realtime.socket.SocketServer;
import games.drawbridge.realtime.socket.TicketGuide;
import games.drawbridge.realtime.socket.Transport;
import games.drawbridge.realtime.storage.Timers;
import games.drawbridge.realtime.trace.Spans;
import io.netty.channel.EventLoopGroup;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A node's sockets and one relay room, on one event loop and a real port, without stores.
final class Hall implements AutoCloseable {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final NodeId NODE = new NodeId("n1");
    private static final int SEATS = 4;

    private final EventLoopGroup threads = Transport.best().loops().apply(1);
    private final TicketGuide guide;
    private final Placement room;
    private final SocketServer sockets;
    private final int port;
    private final long thread;

    /// @param ack level of the room
    Hall(String ack) {
        InstantSource clock = InstantSource.system();
        guide = new TicketGuide(KEY, URI.create("http://localhost"), clock);
        room =
                new Placement(
                        new RoomId("0123456789abcdef"),
                        "relay",
                        new Settings(Map.of("seats", SEATS, "ack", ack)),
                        new PlayerId("p0"),
                        1,
                        true,
                        NODE,
                        "g1",
                        1,
                        1,
                        Manifest.NONE);
        var records = new MemoryRecords();
        records.handOver(room, room);
        var logs = new Logs(new Sink(), null, Timers.real(), NODE);
        var opener =
                new Opener(
                        Title.TITLE, records, logs, null, Integer.MAX_VALUE, threads::next, clock);
        sockets =
                new SocketServer(
                        NODE,
                        "g1",
                        KEY,
                        Set.of(),
                        new Rooms(NODE, "g1", records, opener, clock),
                        null,
                        new Admission(() -> 0, 100_000),
                        threads,
                        () -> true,
                        () -> "",
                        _ -> false,
                        new Spans(Optional.empty(), 0, clock),
                        clock);
        port = sockets.start("127.0.0.1", 0);
        thread =
                threads.submit(() -> Thread.currentThread().threadId())
                        .syncUninterruptibly()
                        .getNow();
    }

    int port() {
        return port;
    }

    RoomId room() {
        return room.room();
    }

    String ticket(String player) {
        return guide.moved(new PlayerId(player), Standing.PLAYER, room, 0).ticket();
    }

    /// Bytes that the event loop has allocated on the heap so far.
    long allocated() {
        var all = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return all.getThreadAllocatedBytes(thread);
    }

    @Override
    public void close() {
        threads.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
