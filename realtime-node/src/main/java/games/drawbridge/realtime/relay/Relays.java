package games.drawbridge.realtime.relay;

import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.bus.Address;
import games.drawbridge.realtime.bus.Bus;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.room.Entrance;
import games.drawbridge.realtime.room.Heirs;
import games.drawbridge.realtime.room.Rooms;
import games.drawbridge.realtime.storage.Timers;
import games.drawbridge.realtime.wire.Encoded;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What this node and the others do for each other's rooms: it relays theirs to its sockets, has
/// their sockets as guests in its own, and takes the rooms of those that leave.
public final class Relays implements Bus.Listener, Heirs {
    private final Rooms own;
    private final Bus bus;
    private final Function<RoomId, CompletableFuture<Optional<Placement>>> owners;
    private final Timers timers;
    private final Supplier<Executor> threads;
    private final LongSupplier nanos;
    private final Guests guests;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<RoomId, CompletableFuture<Optional<RelayedRoom>>> rooms =
            new ConcurrentHashMap<>();

    /// @param owners reads a room's row, and has it get another owner when the one it has is dead
    /// @param threads gives each room the one that it lives on
    /// @param nanos a monotonic clock
    public Relays(
            Rooms own,
            Bus bus,
            Function<RoomId, CompletableFuture<Optional<Placement>>> owners,
            Timers timers,
            Supplier<Executor> threads,
            LongSupplier nanos) {
        this.own = own;
        this.bus = bus;
        this.owners = owners;
        this.timers = timers;
        this.threads = threads;
        this.nanos = nanos;
        this.guests = new Guests(own, bus, nanos);
    }

    /// A room that this node does not own; nothing when there is none of that name. Fails when its
    /// row cannot be read, or too many rooms are relayed.
    public CompletableFuture<Optional<Entrance>> find(RoomId room) {
        return relayed(room).thenApply(found -> found.map(Entrance.class::cast));
    }

    private CompletableFuture<Optional<RelayedRoom>> relayed(RoomId room) {
        var known = rooms.get(room);
        if (known != null) return known;
        if (rooms.size() >= RelayLimits.ROOMS)
            return CompletableFuture.failedFuture(
                    new IllegalStateException("too many rooms are relayed"));
        var promise = new CompletableFuture<Optional<RelayedRoom>>();
        var earlier = rooms.putIfAbsent(room, promise);
        if (earlier != null) return earlier;
        begin(room, promise);
        return promise;
    }

    private void begin(RoomId room, CompletableFuture<Optional<RelayedRoom>> promise) {
        owners.apply(room)
                .whenComplete((row, error) -> {
                    if (error != null || row.isEmpty()) rooms.remove(room, promise);
                    if (error == null) promise.complete(row.map(this::room));
                    else promise.completeExceptionally(error);
                });
    }

    private RelayedRoom room(Placement row) {
        var thread = threads.get();
        var visitors = new Visitors(row.room(), numbers::incrementAndGet);
        return new RelayedRoom(
                row.room(),
                row.open(),
                visitors,
                thread,
                it -> new Owner(row, bus, owners, timers, thread, it::enterAgain, it::end));
    }

    // ---- from the bus ----

    @Override
    public void heard(Address from, Json body) {
        Message.read(body)
                .ifPresent(message -> {
                    switch (message) {
                        case Ask ask -> guests.asked(from, ask);
                        case Tell tell -> told(from, tell);
                        case Gift.Soon(var room) -> own.expect(room);
                        case Gift.Now(var room, var epoch) -> own.find(room, epoch);
                    }
                });
    }

    private void told(Address from, Tell tell) {
        switch (tell) {
            case Tell.Frame told ->
                    at(
                            told.room(),
                            room ->
                                    Encoded.read(told.frame())
                                            .ifPresent(frame -> room.told(from, told, frame)));
            case Tell.Close(var id, var visitor, var code) ->
                    at(id, room -> room.close(from, visitor, code));
            case Tell.Lost(var id) -> at(id, room -> room.lost(from));
            case Tell.Again _ -> each(room -> room.missed(from));
            case Tell.Heads(var heads) ->
                    heads.forEach((id, seq) -> at(id, room -> room.headed(from, seq)));
        }
    }

    @Override
    public void missed(Address peer) {
        guests.missed(peer);
        each(room -> room.missed(peer));
    }

    @Override
    public void silent(Address peer) {
        guests.silent(peer);
        each(room -> room.silent(peer));
    }

    private void at(RoomId id, Consumer<RelayedRoom> task) {
        var found = rooms.get(id);
        if (found != null) open(found).ifPresent(task);
    }

    private void each(Consumer<RelayedRoom> task) {
        rooms.values().forEach(found -> open(found).ifPresent(task));
    }

    private static Optional<RelayedRoom> open(CompletableFuture<Optional<RelayedRoom>> found) {
        return found.isDone() && !found.isCompletedExceptionally()
                ? found.join()
                : Optional.empty();
    }

    // ---- when this node leaves ----

    @Override
    public void expect(RoomId room, Candidate heir) {
        bus.send(new Address(heir.node(), heir.generation()), new Gift.Soon(room).json());
    }

    @Override
    public void take(Placement room) {
        var gift = new Gift.Now(room.room(), room.epoch());
        bus.send(new Address(room.node(), room.generation()), gift.json());
    }

    // ---- time ----

    /// Forgets what nobody needs any more. Once a second.
    public void sweep() {
        guests.sweep();
        long now = nanos.getAsLong();
        rooms.forEach((id, found) ->
                open(found)
                        .filter(room -> room.isIdle(now))
                        .ifPresent(room -> room.endWhenEmpty(() -> rooms.remove(id, found))));
    }
}
