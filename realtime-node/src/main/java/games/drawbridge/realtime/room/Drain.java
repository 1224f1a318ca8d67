package games.drawbridge.realtime.room;

import games.drawbridge.model.room.Candidate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/// Gives the rooms of a node away, the emptiest first, because they are the quickest.
final class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);

    /// Rooms on their way at once: enough to be quick, few enough that each is.
    private static final int AT_ONCE = 32;

    private final Queue<Room> rooms = new ArrayDeque<>();
    private final List<Candidate> fleet;
    private final Guide guide;
    private final Heirs heirs;
    private final AtomicInteger given = new AtomicInteger();

    /// @param fleet who may take them
    Drain(List<Room> open, List<Candidate> fleet, Guide guide, Heirs heirs) {
        open.stream().sorted(Comparator.comparingInt(Room::players)).forEach(rooms::add);
        this.fleet = new ArrayList<>(fleet);
        this.guide = guide;
        this.heirs = heirs;
    }

    /// Completes when each room has been given away or there is nobody to take it.
    ///
    /// @return how many were given away
    CompletableFuture<Integer> run() {
        return CompletableFuture.allOf(
                        IntStream.range(0, AT_ONCE)
                                .mapToObj(_ -> next())
                                .toArray(CompletableFuture[]::new))
                .thenApply(_ -> given.get());
    }

    private CompletableFuture<Void> next() {
        while (true) {
            var room = poll();
            if (room.isEmpty()) return CompletableFuture.completedFuture(null);
            var heir = heir(room.get());
            if (heir.isPresent())
                return room.get()
                        .handOver(heir.get(), guide, heirs)
                        .thenComposeAsync(ours -> {
                            if (ours) given.incrementAndGet();
                            return next();
                        });
            LOG.warnf("no node can take room %s", room.get().id());
        }
    }

    private synchronized Optional<Room> poll() {
        return Optional.ofNullable(rooms.poll());
    }

    private synchronized Optional<Candidate> heir(Room room) {
        var placement = room.placement();
        var best = Candidate.heirs(room.id(), placement.kind(), placement.version(), fleet);
        best.stream().findFirst().ifPresent(it -> fleet.set(fleet.indexOf(it), withOneMore(it)));
        return best.stream().findFirst();
    }

    private static Candidate withOneMore(Candidate heir) {
        return new Candidate(
                heir.node(), heir.generation(), heir.rooms() + 1, heir.state(), heir.kinds());
    }
}
