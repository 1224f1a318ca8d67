package games.drawbridge.realtime;

import games.drawbridge.model.room.Candidate;
import games.drawbridge.realtime.placement.Heartbeat;
import games.drawbridge.realtime.room.Guide;
import games.drawbridge.realtime.room.Heirs;
import games.drawbridge.realtime.room.Rooms;
import games.drawbridge.realtime.socket.SocketServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// How a node goes away without being missed: it takes no more rooms, gives those that it has to
/// others, and waits for the players to follow.
final class Departure {
    private static final Logger LOG = Logger.getLogger(Departure.class);

    /// Well under the two minutes that a container has between SIGTERM and SIGKILL.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Within which players of no room of this node ask for another node.
    private static final Duration SPREAD = Duration.ofSeconds(5);

    private final Heartbeat heartbeat;
    private final Supplier<List<Candidate>> others;
    private final Rooms rooms;
    private final SocketServer sockets;
    private final Guide guide;
    private final Heirs heirs;

    /// @param others the nodes that live, but for this one
    Departure(
            Heartbeat heartbeat,
            Supplier<List<Candidate>> others,
            Rooms rooms,
            SocketServer sockets,
            Guide guide,
            Heirs heirs) {
        this.heartbeat = heartbeat;
        this.others = others;
        this.rooms = rooms;
        this.sockets = sockets;
        this.guide = guide;
        this.heirs = heirs;
    }

    private int given(List<Candidate> fleet)
            throws InterruptedException, ExecutionException, TimeoutException {
        var draining = rooms.drain(fleet, guide, heirs);
        return draining.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Empties the node. Twice is harmless.
    synchronized void drain() {
        try {
            long began = System.nanoTime();
            heartbeat.drain();
            var fleet = others.get();
            int given = 0;
            // once more, for what was opened by a ticket that was on its way
            for (int i = 0; i < 2 && !fleet.isEmpty(); i++) given += given(fleet);
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            LOG.infof("%d rooms were given to %d nodes in %d ms", given, fleet.size(), took);
            if (fleet.isEmpty()) return;
            sockets.drain(SPREAD);
            sockets.awaitEmpty(SPREAD.plusSeconds(1));
        } catch (TimeoutException | ExecutionException | RuntimeException e) {
            LOG.warnf("not every room was given away: %s", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
