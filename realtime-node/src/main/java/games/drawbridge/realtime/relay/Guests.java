package games.drawbridge.realtime.relay;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.bus.Address;
import games.drawbridge.realtime.bus.Bus;
import games.drawbridge.realtime.room.Rooms;
import games.drawbridge.realtime.room.Rooms.Found;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/// Who is in this node's rooms through other nodes.
final class Guests {
    private static final Logger LOG = Logger.getLogger(Guests.class);

    private final Rooms rooms;
    private final Bus bus;
    private final LongSupplier nanos;
    private final Map<Address, Map<RoomId, GuestRoom>> relays = new ConcurrentHashMap<>();
    private final Map<Address, Long> missedAt = new ConcurrentHashMap<>();

    Guests(Rooms rooms, Bus bus, LongSupplier nanos) {
        this.rooms = rooms;
        this.bus = bus;
        this.nanos = nanos;
    }

    synchronized void asked(Address relay, Ask ask) {
        var visited = relays.computeIfAbsent(relay, _ -> new ConcurrentHashMap<>());
        var known = visited.get(ask.room());
        if (known != null) known.ask(ask);
        else if (!(ask instanceof Ask.Join join)) return; // of a room that it has to enter again
        else if (visited.size() >= RelayLimits.GUEST_ROOMS)
            bus.send(relay, new Tell.Lost(ask.room()).json());
        else open(relay, visited, join);
    }

    private void open(Address relay, Map<RoomId, GuestRoom> visited, Ask.Join join) {
        var id = join.room();
        var promise = new GuestRoom[1];
        var room =
                new GuestRoom(
                        id,
                        tell -> bus.send(relay, tell.json()),
                        () -> visited.remove(id, promise[0]));
        promise[0] = room;
        visited.put(id, room);
        room.ask(join);
        rooms.find(id, join.under())
                .whenComplete((found, error) -> {
                    if (error != null) LOG.errorf(error, "room %s could not be opened", id);
                    room.found(error == null ? found : new Found.Elsewhere());
                });
    }

    synchronized void missed(Address relay) {
        missedAt.put(relay, nanos.getAsLong());
        relays.getOrDefault(relay, Map.of()).values().forEach(GuestRoom::missed);
        bus.send(relay, new Tell.Again().json());
    }

    synchronized void silent(Address relay) {
        missedAt.remove(relay);
        var visited = relays.remove(relay);
        if (visited != null) visited.values().forEach(GuestRoom::dropAll);
    }

    /// Once a second.
    synchronized void sweep() {
        dropStale();
        relays.forEach((relay, visited) -> {
            visited.values().removeIf(GuestRoom::endWhenEmpty);
            heads(relay, visited);
        });
    }

    private void dropStale() {
        long now = nanos.getAsLong();
        missedAt.forEach((relay, since) -> {
            if (now - since <= RelayLimits.STALE.toNanos()) return;
            missedAt.remove(relay, since);
            relays.getOrDefault(relay, Map.of()).values().forEach(GuestRoom::dropStale);
        });
    }

    /// A head that no event brought tells a relay that its visitors are behind.
    private void heads(Address relay, Map<RoomId, GuestRoom> visited) {
        var heads = new HashMap<RoomId, Long>();
        visited.forEach((id, room) -> {
            var head = room.newHead();
            if (head != null) heads.put(id, head);
            if (heads.size() == RelayLimits.HEADS) tell(relay, heads);
        });
        if (!heads.isEmpty()) tell(relay, heads);
    }

    private void tell(Address relay, Map<RoomId, Long> heads) {
        bus.send(relay, new Tell.Heads(Map.copyOf(heads)).json());
        heads.clear();
    }
}
