package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.wire.Generator;

/// Load before anything is measured, until compilers rest: on one core they take most of it from
/// the program for half a minute, and some of it for another.
final class WarmUp {
    /// Stretches at most.
    private static final int MOST = 8;

    /// Share of the core that resting compilers have.
    private static final double REST = 0.03;

    /// Of what a frame cost in the stretch before: who is above it wins nothing by going on. For
    /// servers whose compilers cannot be told apart.
    private static final double SETTLED = 0.95;

    private WarmUp() {}

    /// @param stretch some seconds of load
    static void settle(Running running, Generator generator, Runnable stretch) {
        double last = Double.MAX_VALUE;
        for (int i = 0; i < MOST; i++) {
            var before = Meter.now(running, generator);
            long compiled = running.process().compilerMicros();
            stretch.run();
            var used = Meter.now(running, generator).since(before);
            double share = (running.process().compilerMicros() - compiled) * 1e3 / used.nanos();
            double cost = (double) used.server() / used.frames();
            if (share < REST && !(cost < SETTLED * last)) return;
            last = cost;
        }
    }
}
