package games.drawbridge.realtime.market;

import static java.util.Comparator.comparing;

import games.drawbridge.model.market.Look;
import games.drawbridge.model.market.OfferId;
import games.drawbridge.model.market.OnOffer;
import games.drawbridge.model.market.Shelf;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.room.Rooms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Looks at those shelves of the market whose rooms are open here and watched, and tells the rooms.
/// A shelf is looked at once a second, whatever is traded and however many watch.
public final class Shelves {
    /// Between two looks at a shelf: half of the 2 s in which its watchers must see a change.
    public static final Duration EVERY = Duration.ofSeconds(1);

    /// Shelves of one look: at 5 ms each a hundredth of the threads that calls block on. Where more
    /// are watched each has its turn, and waits longer for it.
    static final int MOST = 500;

    private static final Logger LOG = Logger.getLogger(Shelves.class);
    private static final RoomId MARKET = new RoomId(Shelf.KIND);

    private final BiFunction<String, Collection<OfferId>, Look> source;
    private final Supplier<List<RoomId>> watched;
    private final BiConsumer<RoomId, Note> tell;
    private final Executor io;
    private final InstantSource clock;
    private final Map<RoomId, Looked> looked = new ConcurrentHashMap<>();
    private final Set<RoomId> underWay = ConcurrentHashMap.newKeySet();

    private record Looked(Instant at, List<OfferId> offers) {
        static final Looked NEVER = new Looked(Instant.MIN, List.of());
    }

    /// @param io where the blocking calls run
    public Shelves(ShelfTable table, Rooms rooms, Executor io, InstantSource clock) {
        this(table::look, () -> rooms.watched(Shelf.KIND), rooms::seen, io, clock);
    }

    Shelves(
            BiFunction<String, Collection<OfferId>, Look> source,
            Supplier<List<RoomId>> watched,
            BiConsumer<RoomId, Note> tell,
            Executor io,
            InstantSource clock) {
        this.source = source;
        this.watched = watched;
        this.tell = tell;
        this.io = io;
        this.clock = clock;
    }

    /// Begins to look at what is watched; a shelf that is still being looked at is left out.
    public void look() {
        var rooms = watched.get();
        looked.keySet().retainAll(rooms);
        rooms.stream()
                .filter(room -> !underWay.contains(room))
                .sorted(comparing(room -> looked.getOrDefault(room, Looked.NEVER).at()))
                .limit(MOST)
                .forEach(room -> {
                    underWay.add(room);
                    io.execute(() -> look(room));
                });
    }

    private void look(RoomId room) {
        try {
            var before = looked.getOrDefault(room, Looked.NEVER);
            var look = source.apply(room.name(), before.offers());
            var now = clock.instant();
            looked.put(room, new Looked(now, look.offers().stream().map(OnOffer::id).toList()));
            tell.accept(room, new Note("look#" + now.toEpochMilli(), MARKET, look, false));
        } catch (RuntimeException fault) {
            LOG.warnf("shelf %s was not looked at: %s", room, fault);
        } finally {
            underWay.remove(room);
        }
    }
}
