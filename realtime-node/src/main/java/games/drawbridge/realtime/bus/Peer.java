package games.drawbridge.realtime.bus;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One other node as this one sees it. Times are nanoseconds of a monotonic clock.
final class Peer {
    final Address address;
    private long sent;
    private long heard;
    private long heardAt;
    private boolean silent;
    private boolean owed;
    private @Nullable Long missedAt;
    private int waiting;
    private long waitingText;

    /// It is taken to be there until it has been silent for long enough.
    Peer(Address address, long now) {
        this.address = address;
        this.heardAt = now;
    }

    long next() {
        return ++sent;
    }

    /// Whether the server may be given one more text for it.
    boolean takes(String text) {
        if (waiting >= BusLimits.WAITING || waitingText + text.length() > BusLimits.WAITING_TEXT)
            return false;
        waiting++;
        waitingText += text.length();
        return true;
    }

    synchronized void taken(String text) {
        waiting--;
        waitingText -= text.length();
    }

    /// What a text is worth that came with this number.
    enum Order {
        NEXT,
        /// Something before it did not come.
        AFTER_A_GAP,
        /// It was overtaken, and is missed already.
        TOO_LATE
    }

    synchronized Order hear(long n, long now) {
        boolean wasSilent = silent;
        silent = false;
        heardAt = now;
        if (n != 1 && n <= heard) return Order.TOO_LATE;
        boolean next = n == heard + 1;
        heard = n;
        return next && !wasSilent ? Order.NEXT : Order.AFTER_A_GAP;
    }

    /// Something may be lost. Of a peer it is told once in [BusLimits#BEAT]: everybody enters again
    /// for it, and where that is too much already and makes further gaps, there would be no end.
    ///
    /// @return whether it is to be told now and not at a later beat
    synchronized boolean misses(long now) {
        owed = true;
        return owesMiss(now);
    }

    /// Whether something was missed that was not told yet and may be now.
    synchronized boolean owesMiss(long now) {
        var last = missedAt;
        if (!owed || (last != null && now - last < BusLimits.BEAT.toNanos())) return false;
        owed = false;
        missedAt = now;
        return true;
    }

    synchronized boolean isSilent() {
        return silent;
    }

    /// @return whether it was not yet
    synchronized boolean becomeSilent() {
        boolean was = silent;
        silent = true;
        return !was;
    }

    synchronized boolean isUnheard(Duration time, long now) {
        return now - heardAt > time.toNanos();
    }
}
