package games.drawbridge.realtime.room;

import games.drawbridge.realtime.archive.Snapshot;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.BatchId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a room was found: a snapshot, if there is one, and all of the log after it.
///
/// @param unarchived the end of `after` that stands in no segment
record Restored(@Nullable Snapshot snapshot, List<Batch> after, List<Batch> unarchived) {

    /// The batches that follow one another from `archived` on. What does not follow stands behind a
    /// hole, which only a live log that lost its owner as well can have: it means nothing. The next
    /// owner began from before it.
    static List<Batch> following(@Nullable BatchId archived, List<Batch> batches) {
        var found = new ArrayList<Batch>();
        var before = archived;
        for (Batch batch : batches) {
            if (before != null && !batch.id().isAfter(before)) continue;
            if (!batch.id().follows(before)) continue;
            found.add(batch);
            before = batch.id();
        }
        return found;
    }
}
