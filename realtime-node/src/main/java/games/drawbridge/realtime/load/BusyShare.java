package games.drawbridge.realtime.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/// The share of event loops' time that was work, over the last few seconds. One thread looks, any
/// may ask.
public final class BusyShare {
    private final LongSupplier work;
    private final LongSupplier nanos;
    private final int capacity;
    private final Deque<Reading> window = new ArrayDeque<>();
    private volatile int percent;

    private record Reading(long at, long work) {}

    /// @param work nanoseconds that the loops have worked, all together and ever
    /// @param capacity how many of them can work at once
    /// @param nanos a monotonic clock
    public BusyShare(LongSupplier work, int capacity, LongSupplier nanos) {
        this.work = work;
        this.capacity = capacity;
        this.nanos = nanos;
    }

    /// Of these loops, by this machine's clock.
    public static BusyShare of(EventLoops loops) {
        return new BusyShare(loops::work, loops.capacity(), System::nanoTime);
    }

    /// Takes a reading. Once every [LoadLimits#EVERY].
    public void look() {
        var now = new Reading(nanos.getAsLong(), work.getAsLong());
        window.addLast(now);
        if (window.size() > LoadLimits.WINDOW) window.removeFirst();
        var first = window.getFirst();
        long time = (now.at - first.at) * capacity;
        if (time > 0) percent = Math.clamp(100 * (now.work - first.work) / time, 0, 100);
    }

    /// 0 to 100.
    public int percent() {
        return percent;
    }
}
