package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.wire.Generator;
import games.drawbridge.faults.load.Waiting;
import java.util.function.DoubleConsumer;

/// Load before anything is measured, until compilers rest: on one core they take most of it from
/// the program for half a minute, and some of it for another.
final class WarmUp {
    /// Stretches at most.
    private static final int MOST = 12;

    /// Of the load in the first stretch; each next one has twice as much. A program that nobody has
    /// compiled yet would fall behind under all of it, and then turn away what comes at once.
    private static final double FIRST = 0.25;

    /// Share of the core that resting compilers have.
    private static final double REST = 0.03;

    /// The same of a server that is idle.
    private static final double QUIET = 0.005;

    /// Milliseconds of a look at it, and looks at most.
    private static final long LOOK = 5_000;

    private static final int RESTS = 24;

    /// Of what a frame cost in the stretch before: who is above it wins nothing by going on. For
    /// servers whose compilers cannot be told apart.
    private static final double SETTLED = 0.95;

    private WarmUp() {}

    /// A server that has just started.
    ///
    /// @param stretch some seconds of that share of the load
    static void settle(Running running, Generator generator, DoubleConsumer stretch) {
        settle(running, generator, FIRST, stretch);
    }

    /// One that has worked before, and whose players are new.
    ///
    /// @param stretch some seconds of the load
    static void resume(Running running, Generator generator, Runnable stretch) {
        settle(running, generator, 1, _ -> stretch.run());
    }

    /// Waits until a server that nobody asks anything has compiled what it was asked before: after
    /// ten thousand have come that takes a minute.
    static void rest(Running running) {
        for (int i = 0; i < RESTS; i++) {
            long compiled = running.process().compilerMicros();
            Waiting.millis(LOOK);
            if (running.process().compilerMicros() - compiled < QUIET * LOOK * 1_000) return;
        }
    }

    /// Whether compilers rest, and had nearly nothing of the time behind.
    ///
    /// @param compiled microseconds that they had had at its beginning
    /// @param nanos of that time
    static boolean rested(Running running, long compiled, long nanos) {
        return (running.process().compilerMicros() - compiled) * 1e3 / nanos < REST;
    }

    private static void settle(
            Running running, Generator generator, double first, DoubleConsumer stretch) {
        double last = Double.MAX_VALUE;
        double share = first;
        for (int i = 0; i < MOST; i++) {
            var before = Meter.now(running, generator);
            long compiled = running.process().compilerMicros();
            stretch.accept(share);
            var used = Meter.now(running, generator).since(before);
            double cost = (double) used.server() / used.frames();
            boolean won = cost < SETTLED * last; // not where no frames are counted
            boolean rested = rested(running, compiled, used.nanos());
            if (share == 1 && rested && !won) return;
            last = cost;
            share = Math.min(1, 2 * share);
        }
    }
}
