package games.drawbridge.functions.log;

import java.util.Comparator;

/// A batch's place in its room's log, wherever that lies.
///
/// @param epoch the ownership that wrote it
/// @param n 0, 1, 2 … within the epoch
public record BatchId(long epoch, long n) implements Comparable<BatchId> {
    private static final Comparator<BatchId> ORDER =
            Comparator.comparingLong(BatchId::epoch).thenComparingLong(BatchId::n);

    /// @param text `<epoch>-<n>`
    static BatchId of(String text) {
        String[] parts = text.split("-", 2);
        return new BatchId(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public int compareTo(BatchId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return epoch + "-" + n;
    }
}
