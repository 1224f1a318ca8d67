package games.drawbridge.functions.log;

import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an owner appended to a room's log at once.
///
/// @param epoch the ownership that wrote it
/// @param n 0, 1, 2 … within the epoch; 0 is the barrier, which has no entries
/// @param version of the kind's rules that wrote it
public record Batch(long epoch, long n, int version, List<Entry<Json>> entries) {

    /// Absent are no entries, and the first version.
    public Batch(long epoch, long n, int version, @Nullable List<Entry<Json>> entries) {
        this.epoch = epoch;
        this.n = n;
        this.version = Math.max(version, 1);
        this.entries = entries == null ? List.of() : List.copyOf(entries);
    }

    BatchId id() {
        return new BatchId(epoch, n);
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /// Seq of the newest event once this batch is applied; it must have entries.
    long seq() {
        return entries.getLast().seq();
    }
}
