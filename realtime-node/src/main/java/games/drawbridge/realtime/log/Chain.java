package games.drawbridge.realtime.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which batches of a stream are the room's log. All are, unless the server lost some: then an
/// owner who was shut out could write once more, or a hole stay that nobody is left to fill.
public final class Chain {
    private Chain() {}

    /// The batches that follow one another from `archived` on, as each owner found them. What
    /// stands behind a hole means nothing: the next owner began from before it.
    ///
    /// @param archived the last batch that is read elsewhere; nothing when all is here
    public static List<Batch> of(@Nullable BatchId archived, List<Batch> batches) {
        var found = new ArrayList<Batch>();
        var before = archived;
        for (Batch batch : batches) {
            if (before != null && !batch.id().isAfter(before)) continue;
            if (!batch.id().follows(before)) continue;
            drop(found, batch);
            found.add(batch);
            before = batch.id();
        }
        return found;
    }

    /// The same of a stretch out of the middle, whose holes cannot be told from its beginning.
    public static List<Batch> stretch(List<Batch> batches) {
        var found = new ArrayList<Batch>();
        for (Batch batch : batches) {
            drop(found, batch);
            found.add(batch);
        }
        return found;
    }

    /// Drops what the batch's writer had not found when it began.
    private static void drop(List<Batch> found, Batch batch) {
        var after = batch.after();
        if (after != null)
            found.removeIf(it -> it.epoch() < batch.epoch() && it.id().isAfter(after));
    }
}
