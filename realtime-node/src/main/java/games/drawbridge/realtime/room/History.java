package games.drawbridge.realtime.room;

import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which epoch wrote which events: enough to tell whether what a client has seen was kept.
final class History {
    private final TreeMap<Long, Long> epochsByFirstSeq = new TreeMap<>();

    History() {}

    History(SortedMap<Long, Long> epochs) {
        epochsByFirstSeq.putAll(epochs);
    }

    /// The epoch that wrote the events from each seq on.
    SortedMap<Long, Long> epochs() {
        return new TreeMap<>(epochsByFirstSeq);
    }

    void add(long epoch, Entry<Json> entry) {
        if (entry.events().isEmpty()) return;
        var newest = epochsByFirstSeq.lastEntry();
        if (newest == null || newest.getValue() != epoch)
            epochsByFirstSeq.put(entry.firstSeq(), epoch);
    }

    /// Whether the event at that seq is the one that the client saw. An owner begins with all that
    /// was kept before it; so if the event is of the client's epoch or older, it was there in that
    /// epoch, and if it is newer, it stands where the client saw something else.
    boolean has(Position position) {
        if (position.seq() == 0) return true;
        var writer = epochsByFirstSeq.floorEntry(position.seq());
        return writer != null && writer.getValue() <= position.epoch();
    }
}
