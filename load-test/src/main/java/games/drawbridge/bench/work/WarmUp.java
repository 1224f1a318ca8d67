package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.wire.Generator;
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

    private static void settle(
            Running running, Generator generator, double first, DoubleConsumer stretch) {
        double last = Double.MAX_VALUE;
        double share = first;
        for (int i = 0; i < MOST; i++) {
            var before = Meter.now(running, generator);
            long compiled = running.process().compilerMicros();
            stretch.accept(share);
            var used = Meter.now(running, generator).since(before);
            double compilers = (running.process().compilerMicros() - compiled) * 1e3 / used.nanos();
            double cost = (double) used.server() / used.frames();
            boolean won = cost < SETTLED * last; // not where no frames are counted
            if (share == 1 && compilers < REST && !won) return;
            last = cost;
            share = Math.min(1, 2 * share);
        }
    }
}
