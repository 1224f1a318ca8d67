package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.wire.Generator;

/// What server, store and generator have used between two moments.
///
/// @param server microseconds of CPU
/// @param store microseconds of CPU
/// @param generator nanoseconds of CPU
/// @param nanos of time
/// @param frames delivered
record Meter(long server, long store, long generator, long nanos, long frames) {

    static Meter now(Running running, Generator generator) {
        return new Meter(
                running.process().cpuMicros(),
                running.storeMicros(),
                generator.busy(),
                System.nanoTime(),
                generator.counted(it -> it.delivered()));
    }

    Meter since(Meter before) {
        return new Meter(
                server - before.server,
                store - before.store,
                generator - before.generator,
                nanos - before.nanos,
                frames - before.frames);
    }

    /// CPU of each frame, and how busy the generator was.
    void into(Measured measured) {
        measured.put("cpu µs/frame", (double) server / frames);
        if (store > 0) measured.put("store µs/frame", (double) store / frames);
        measured.put("server %", 100_000.0 * server / nanos);
        measured.put("generator %", 100.0 * generator / nanos);
    }
}
