package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.wire.Generator;

/// Load before anything is measured, until compilers rest: on one core they take what they need
/// from the program, for most of a minute.
final class WarmUp {
    /// Stretches at most.
    private static final int MOST = 8;

    /// Of what a frame cost in the stretch before: who is above it wins nothing by going on.
    private static final double SETTLED = 0.95;

    private WarmUp() {}

    /// @param stretch some seconds of load
    static void settle(Running running, Generator generator, Runnable stretch) {
        double last = Double.MAX_VALUE;
        for (int i = 0; i < MOST; i++) {
            var before = Meter.now(running, generator);
            stretch.run();
            var used = Meter.now(running, generator).since(before);
            double cost = (double) used.server() / used.frames();
            if (!(cost < SETTLED * last)) return;
            last = cost;
        }
    }
}
