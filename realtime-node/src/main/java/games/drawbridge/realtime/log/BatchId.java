package games.drawbridge.realtime.log;

import java.util.Comparator;

/// A batch's place in its room's log.
///
/// @param epoch of the owner that wrote it
/// @param n 0, 1, 2 … within the epoch
public record BatchId(long epoch, long n) implements Comparable<BatchId> {
    private static final Comparator<BatchId> ORDER =
            Comparator.comparingLong(BatchId::epoch).thenComparingLong(BatchId::n);

    @Override
    public int compareTo(BatchId other) {
        return ORDER.compare(this, other);
    }

    public boolean isAfter(BatchId other) {
        return compareTo(other) > 0;
    }

    @Override
    public String toString() {
        return epoch + "-" + n;
    }
}
