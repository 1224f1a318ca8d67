package games.drawbridge.bench.work;

import games.drawbridge.bench.wire.Generator;

/// From when a saying was due until somebody heard it.
final class Times {
    private static final double MILLI = 1_000;

    private Times() {}

    static void into(Measured measured, Generator generator) {
        measured.put("p50 ms", millis(generator, 50));
        measured.put("p99 ms", millis(generator, 99));
        measured.put("p99.9 ms", millis(generator, 99.9));
    }

    static double millis(Generator generator, double percentile) {
        return generator.counted(it -> it.times().getValueAtPercentile(percentile)) / MILLI;
    }
}
