package games.drawbridge.realtime.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.Purchase;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.log.Fenced;
import games.drawbridge.realtime.placement.NotesTable.Noted;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.Records;
import games.drawbridge.realtime.placement.RoomsTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// The rooms that this node owns and has open. A room is opened when somebody first asks for it
/// here.
public final class Rooms {
    private static final Logger LOG = Logger.getLogger(Rooms.class);

    /// How long an open room may be of no use to anybody.
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final NodeId node;
    private final String generation;
    private final Records records;
    private final Opener opener;
    private final InstantSource clock;
    private final Supplier<List<Purchase>> lately;
    private final Map<RoomId, CompletableFuture<Found>> rooms = new ConcurrentHashMap<>();

    /// Rooms whose players buy nothing.
    public Rooms(
            NodeId node, String generation, Records records, Opener opener, InstantSource clock) {
        this(node, generation, records, opener, clock, List::of);
    }

    /// @param lately what anybody has bought: a room that changes its owner may not have heard it
    public Rooms(
            NodeId node,
            String generation,
            Records records,
            Opener opener,
            InstantSource clock,
            Supplier<List<Purchase>> lately) {
        this.node = node;
        this.generation = generation;
        this.records = records;
        this.opener = opener;
        this.clock = clock;
        this.lately = lately;
    }

    /// Where a room was looked for.
    public sealed interface Found {

        record Here(Room room) implements Found {}

        record Elsewhere() implements Found {}

        record Nowhere() implements Found {}
    }

    /// The room, opened if this node owns it. Fails only when the room's row cannot be read.
    ///
    /// @param epoch the newest the caller knows of; an older one that is open here has lost the
    ///   room
    public CompletableFuture<Found> find(RoomId room, long epoch) {
        var promise = new CompletableFuture<Found>();
        var known = rooms.putIfAbsent(room, promise);
        if (known == null) {
            open(room, promise);
            return promise;
        }
        return known.thenCompose(found -> {
            if (!(found instanceof Found.Here(var here)) || here.placement().epoch() >= epoch)
                return known;
            here.close();
            rooms.remove(room, known);
            return find(room, epoch);
        });
    }

    private void open(RoomId room, CompletableFuture<Found> promise) {
        records.placement(room)
                .thenCompose(row -> open(room, row, promise))
                .whenComplete((found, error) -> {
                    if (!(found instanceof Found.Here)) rooms.remove(room, promise);
                    if (error == null) promise.complete(found);
                    else promise.completeExceptionally(error);
                    // after it stands among the open ones, so that nothing comes in between
                    if (found instanceof Found.Here(var here))
                        lately.get().forEach(it -> here.hear(new In.Bought(it)));
                });
    }

    private CompletableFuture<Found> open(
            RoomId room, Optional<Placement> row, CompletableFuture<Found> promise) {
        if (row.isEmpty()) return CompletableFuture.completedFuture(new Found.Nowhere());
        var placement = row.get();
        if (!placement.node().equals(node) || !placement.generation().equals(generation))
            return CompletableFuture.completedFuture(new Found.Elsewhere());
        return opener.open(placement, _ -> rooms.remove(room, promise))
                .<Found>thenApply(Found.Here::new)
                .exceptionallyCompose(error -> reopen(placement, error, promise));
    }

    /// A room that this node had open before needs a new epoch: what was under way when it was
    /// closed may still arrive under the old one.
    private CompletableFuture<Found> reopen(
            Placement placement, Throwable error, CompletableFuture<Found> promise) {
        if (!(error.getCause() instanceof Fenced fenced))
            return CompletableFuture.failedFuture(error);
        if (!fenced.isByItself()) return CompletableFuture.completedFuture(new Found.Elsewhere());
        return records.renew(placement)
                .thenCompose(renewed ->
                        renewed.isPresent()
                                ? open(placement.room(), renewed, promise)
                                : CompletableFuture.completedFuture(new Found.Elsewhere()));
    }

    /// Tells the open rooms in which the player sits what they have bought.
    public void bought(Purchase purchase) {
        open().forEach(room -> room.hear(new In.Bought(purchase)));
    }

    /// Ends a room that this node owns, opened for that if need be; twice is harmless. Done when
    /// the room has heard it.
    public CompletableFuture<Void> close(RoomId room, long epoch, PlayerId operator, String why) {
        return find(room, epoch)
                .thenAccept(found -> {
                    if (found instanceof Found.Here(var here))
                        here.hear(new In.Close(operator, why));
                });
    }

    /// Lets rooms look what they are told.
    public void noted(List<Noted> news) {
        news.forEach(this::noted);
    }

    /// The node that owned the room then opens it for that; whoever has it open by now looks as
    /// well.
    private void noted(Noted news) {
        var promise = rooms.get(news.room());
        if (promise != null) promise.thenAccept(found -> noted(found));
        else if (news.node().equals(node) && news.generation().equals(generation))
            find(news.room(), news.epoch()).exceptionally(error -> new Found.Nowhere());
    }

    /// The open rooms of a well-known kind in which somebody is.
    public List<RoomId> watched(String kind) {
        return open().filter(Room::isWatched)
                .map(Room::id)
                .filter(it -> it.kind().equals(kind))
                .toList();
    }

    /// Tells a room what was seen for it, if it is still open.
    public void seen(RoomId room, Note note) {
        Stream.ofNullable(rooms.get(room))
                .flatMap(promise -> here(promise).stream())
                .forEach(here -> here.hear(new In.Seen(note)));
    }

    private static void noted(Found found) {
        if (found instanceof Found.Here(var here)) here.noted();
    }

    /// Lets every room see that time has passed.
    public void sweep() {
        Instant now = clock.instant();
        open().forEach(room -> room.sweep(now, IDLE));
    }

    /// Gives up the rooms whose log is no fence: the lease is over, so others may have them by now.
    public void unleased() {
        open().forEach(Room::unleased);
    }

    /// Gives up the rooms that have another owner, and puts back what their logs have lost: a room
    /// whose players are quiet never writes, so its log would never tell it.
    public void recheck() {
        open().forEach(Room::mend);
        var watched = open().filter(Room::isWatched).toList();
        for (int i = 0; i < watched.size(); i += RoomsTable.MOST_READ) {
            var some = watched.subList(i, Math.min(i + RoomsTable.MOST_READ, watched.size()));
            records.epochs(some.stream().map(Room::id).toList())
                    .thenAccept(epochs ->
                            some.stream()
                                    .filter(room ->
                                            epochs.getOrDefault(room.id(), 0L)
                                                    > room.placement().epoch())
                                    .forEach(Room::close))
                    .exceptionally(error -> {
                        LOG.warnf("placements were not read: %s", error.toString());
                        return null;
                    });
        }
    }

    /// Reads ahead what opening the room will need.
    public void expect(RoomId room) {
        records.placement(room)
                .thenAccept(row -> row.ifPresent(opener::expect))
                .exceptionally(error -> {
                    LOG.infof("room %s is not read ahead: %s", room, error);
                    return null;
                });
    }

    /// Gives away what is open here.
    ///
    /// @param fleet who may take it
    /// @return how many rooms were given
    public CompletableFuture<Integer> drain(List<Candidate> fleet, Guide guide, Heirs heirs) {
        return new Drain(open().toList(), fleet, guide, heirs).run();
    }

    /// Whether this node owns the room and has it open.
    public boolean isOpen(RoomId room) {
        return Stream.ofNullable(rooms.get(room)).anyMatch(promise -> here(promise).isPresent());
    }

    public int count() {
        return (int) open().count();
    }

    public int players() {
        return open().mapToInt(Room::players).sum();
    }

    private Stream<Room> open() {
        return rooms.values().stream().flatMap(promise -> here(promise).stream());
    }

    private static Optional<Room> here(CompletableFuture<Found> promise) {
        return promise.isDone()
                        && !promise.isCompletedExceptionally()
                        && promise.join() instanceof Found.Here(var room)
                ? Optional.of(room)
                : Optional.empty();
    }
}
