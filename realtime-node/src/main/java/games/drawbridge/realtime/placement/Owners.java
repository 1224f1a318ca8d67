package games.drawbridge.realtime.placement;

import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/// Who owns which room. A room whose owner is dead gets another by being asked for, as by the join
/// call: else one whose players are all relayed would wait for somebody to call.
public final class Owners {
    /// Rows read at once: a node that dies has thousands of rooms, which all look at the same time.
    private static final int AT_ONCE = 32;

    /// How old what is known of the nodes may be: they beat once a second.
    private static final Duration FRESH = Duration.ofMillis(200);

    private final RoomsTable rooms;
    private final FleetTable fleet;
    private final Executor io;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Semaphore reading = new Semaphore(AT_ONCE, true);
    private Map<NodeId, Sighting> sightings = Map.of();
    private long lookedAt;

    /// @param io where the blocking calls run, one thread each
    /// @param nanos a monotonic clock
    public Owners(
            RoomsTable rooms,
            FleetTable fleet,
            Executor io,
            InstantSource clock,
            LongSupplier nanos) {
        this.rooms = rooms;
        this.fleet = fleet;
        this.io = io;
        this.clock = clock;
        this.nanos = nanos;
    }

    /// The room's row; nothing when there is no such room. Fails when it cannot be read.
    public CompletableFuture<Optional<Placement>> of(RoomId room) {
        return CompletableFuture.supplyAsync(
                () -> {
                    reading.acquireUninterruptibly();
                    try {
                        return find(room);
                    } finally {
                        reading.release();
                    }
                },
                io);
    }

    /// The nodes that live, but for this one.
    public List<Candidate> others(NodeId self) {
        var now = clock.instant();
        long at = nanos.getAsLong();
        return look().values().stream()
                .filter(it -> it.isAlive(now, at))
                .map(Sighting::node)
                .filter(it -> !it.node().equals(self))
                .toList();
    }

    private Optional<Placement> find(RoomId room) {
        var found = rooms.placement(room);
        if (found.isEmpty()) return found;
        var seen = look();
        if (!isDead(found.get(), seen)) return found;
        var now = clock.instant();
        long at = nanos.getAsLong();
        var alive =
                seen.values().stream()
                        .filter(it -> it.isAlive(now, at))
                        .map(Sighting::node)
                        .toList();
        give(found.get(), alive);
        return rooms.placement(room);
    }

    /// Gives a room to the best of these nodes, as the join call does, if any takes it. Should
    /// somebody else have given it away meanwhile, that is as right.
    private void give(Placement dead, List<Candidate> alive) {
        Candidate.heirs(dead.room(), dead.kind(), dead.version(), alive).stream()
                .findFirst()
                .ifPresent(heir -> rooms.handOver(dead, dead.next(heir)));
    }

    private boolean isDead(Placement placement, Map<NodeId, Sighting> seen) {
        var owner = seen.get(placement.node());
        return owner == null
                || !owner.node().generation().equals(placement.generation())
                || owner.isDead(clock.instant(), nanos.getAsLong());
    }

    /// The nodes as they are now, or were a moment ago.
    private synchronized Map<NodeId, Sighting> look() {
        long now = nanos.getAsLong();
        if (!sightings.isEmpty() && now - lookedAt < FRESH.toNanos()) return sightings;
        var seen = new HashMap<NodeId, Sighting>();
        for (var beat : fleet.beats()) {
            var before = sightings.get(beat.node().node());
            var sighting =
                    before == null
                            ? Sighting.first(beat.node(), beat.at(), now)
                            : before.then(beat.node(), beat.at(), now);
            seen.put(beat.node().node(), sighting);
        }
        sightings = seen;
        lookedAt = now;
        return seen;
    }
}
