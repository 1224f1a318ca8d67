package games.drawbridge.realtime.relay;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.room.Link;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Who visits one relayed room. One thread at a time, but for the count.
final class Visitors {
    private final RoomId room;
    private final LongSupplier numbers;
    private final Map<Long, Visitor> byNumber = new LinkedHashMap<>();
    private final Map<Link, Visitor> byLink = new HashMap<>();
    private volatile int count;

    /// @param numbers gives a number that no visitor of this node has had
    Visitors(RoomId room, LongSupplier numbers) {
        this.room = room;
        this.numbers = numbers;
    }

    /// The link's visitor; a new one when it has none, or that one is about to leave.
    Visitor enter(Link link) {
        var known = byLink.get(link);
        if (known != null && !known.isLeaving()) return known;
        var visitor = new Visitor(numbers.getAsLong(), link, room);
        byLink.put(link, visitor);
        byNumber.put(visitor.number, visitor);
        count = byNumber.size();
        return visitor;
    }

    void forget(Visitor visitor) {
        byLink.remove(visitor.link, visitor);
        byNumber.remove(visitor.number);
        count = byNumber.size();
    }

    Optional<Visitor> of(Link link) {
        return Optional.ofNullable(byLink.get(link));
    }

    List<Visitor> of(Collection<Long> numbers) {
        return numbers.stream().filter(byNumber::containsKey).map(byNumber::get).toList();
    }

    List<Visitor> all() {
        return List.copyOf(byNumber.values());
    }

    int count() {
        return count;
    }
}
