package games.drawbridge.simulation;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// A range of seeds, some at once, each on one thread from its begin to its end.
///
/// @param to included
record Seeds(long from, long to, int threads, Seams seams) {

    Seeds(long from, long to, int threads) {
        this(from, to, threads, Seams.NONE);
    }

    long count() {
        return Math.max(0, to - from + 1);
    }

    /// @param each told every outcome, one at a time; in no order when there are more threads
    void run(Consumer<Outcome> each) throws InterruptedException {
        var next = new AtomicLong(from);
        var all = new ArrayList<Thread>();
        for (int i = 0; i < threads; i++)
            all.add(Thread.ofPlatform().start(() -> work(next, each)));
        for (var thread : all) thread.join();
    }

    private void work(AtomicLong next, Consumer<Outcome> each) {
        for (long seed = next.getAndIncrement(); seed <= to; seed = next.getAndIncrement()) {
            var outcome = Simulation.run(seed, seams);
            synchronized (this) {
                each.accept(outcome);
            }
        }
    }
}
