package games.drawbridge.functions.log;

import games.drawbridge.functions.log.Stretch.Placed;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads a stretch from the middle: no more of it than was asked for.
///
/// @param archived the last batch that is to be read elsewhere; nothing when all is here
record Reading(Stretch stretch, @Nullable BatchId archived) {

    /// Hands over the batches of a page, in order.
    ///
    /// @param after seq of the event before the page: all later ones come, and everything that
    ///   happened since that one
    /// @param more whether it wants another
    /// @return whether it still does
    boolean page(long after, Predicate<Batch> more) {
        long place = first(after);
        List<Placed> read;
        do {
            read = stretch.forward(place, LogLimits.READ);
            for (var each : read)
                if (!isArchived(each.batch()) && !more.test(each.batch())) return false;
            if (!read.isEmpty()) place = read.getLast().place() + 1;
        } while (read.size() == LogLimits.READ);
        return true;
    }

    /// The newest batch with entries.
    Optional<Batch> newest() {
        long place = Long.MAX_VALUE;
        List<Placed> read;
        do {
            read = stretch.backward(place, LogLimits.LOOK);
            for (var each : read) {
                if (isArchived(each.batch())) return Optional.empty();
                if (!each.batch().isEmpty()) return Optional.of(each.batch());
                place = each.place();
            }
        } while (read.size() == LogLimits.LOOK);
        return Optional.empty();
    }

    /// The place of the first batch that a page must look at, found by halving.
    private long first(long after) {
        if (after == 0 && archived == null) return 0;
        long low = place(stretch.forward(0, 1));
        long high = place(stretch.backward(Long.MAX_VALUE, 1)) + 1;
        while (low < high) {
            long middle = low + (high - low) / 2;
            var found = telling(middle);
            if (found.isPresent() && isBefore(found.get().batch(), after))
                low = found.get().place() + 1;
            else high = middle;
        }
        return low;
    }

    private static long place(List<Placed> one) {
        return one.isEmpty() ? 0 : one.getFirst().place();
    }

    /// The first batch from this place on that tells where in the log it is.
    private Optional<Placed> telling(long place) {
        long from = place;
        List<Placed> read;
        do {
            read = stretch.forward(from, LogLimits.LOOK);
            for (var each : read) {
                if (isArchived(each.batch()) || !each.batch().isEmpty()) return Optional.of(each);
                from = each.place() + 1;
            }
        } while (read.size() == LogLimits.LOOK);
        return Optional.empty();
    }

    private boolean isBefore(Batch batch, long after) {
        return isArchived(batch) || batch.seq() < after;
    }

    private boolean isArchived(Batch batch) {
        return archived != null && batch.id().compareTo(archived) <= 0;
    }
}
