package games.drawbridge.bench.work;

import games.drawbridge.bench.wire.Generator;
import games.drawbridge.faults.load.Waiting;

/// Waits for what is still under way, and looks whether all of it came.
final class Settled {
    /// Seconds: what has not come by then is lost.
    private static final int PATIENCE = 10;

    private Settled() {}

    /// @return whether everything has arrived
    static boolean await(Generator generator) {
        return Waiting.became(PATIENCE, () -> generator.counted(it -> it.lost()) == 0);
    }

    static void judge(Generator generator, Measured measured) {
        long lost = generator.counted(it -> it.lost());
        long wrong = generator.counted(it -> it.wrong());
        measured.put("lost", (double) lost);
        measured.put("disordered", (double) wrong);
        if (lost + wrong > 0) measured.wrong(lost + " frames lost, " + wrong + " out of order");
    }
}
