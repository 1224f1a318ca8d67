package games.drawbridge.realtime.log;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// A batch's place in its room's log.
///
/// @param epoch of the owner that wrote it
/// @param n 0, 1, 2 … within the epoch
public record BatchId(long epoch, long n) implements Comparable<BatchId> {
    private static final Comparator<BatchId> ORDER =
            Comparator.comparingLong(BatchId::epoch).thenComparingLong(BatchId::n);

    /// What [#toString] wrote.
    public static BatchId of(String text) {
        var parts = text.split("-", 2);
        return new BatchId(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public int compareTo(BatchId other) {
        return ORDER.compare(this, other);
    }

    public boolean isAfter(BatchId other) {
        return compareTo(other) > 0;
    }

    /// Whether nothing can stand between this and the one before.
    ///
    /// @param before nothing for the log's beginning
    public boolean follows(@Nullable BatchId before) {
        return n == 0 ? before == null || epoch > before.epoch : equals(next(before));
    }

    private static @Nullable BatchId next(@Nullable BatchId before) {
        return before == null ? null : new BatchId(before.epoch, before.n + 1);
    }

    @Override
    public String toString() {
        return epoch + "-" + n;
    }
}
