package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.wire.Generator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoublePredicate;

/// Duels at ever higher rates, until answers take too long: how much one core delivers.
public final class Duels implements Workload {
    private static final int SEATS = Light.SEATS;
    private static final int ROOMS = 500;

    /// Milliseconds that 99 of 100 frames may take.
    private static final double BOUND = 50;

    /// Delivered frames a second: two sayings a second of each player.
    private static final double FIRST = 16_000;

    /// Ten sayings a second of each player: more is turned away by our rate limit.
    private static final double LAST = 80_000;

    private static final double STEP = 1.12;

    /// From the highest step down to where the same server's next climb begins: two steps.
    private static final double BELOW = STEP * STEP;

    /// A step that fails is tried again: a collector may have had the core.
    private static final int TRIES = 2;

    /// Tries of one step at most, those included in which compilers had some of the core: a higher
    /// rate than any before makes them begin anew.
    private static final int MOST_TRIES = 6;

    /// Where each server's next climb begins.
    private final Map<Running, Double> begins = new HashMap<>();

    @Override
    public String name() {
        return "duels";
    }

    @Override
    public String what() {
        return "500 rooms of 4, each player 2 to 10 messages/s of 100 bytes, all to all four: the"
                + " highest rate in steps of 12 % at which 99 of 100 frames take less than 50 ms";
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public void warmUp(Running running, Size size) throws Exception {
        int rooms = size.of(ROOMS);
        double first = FIRST * rooms / ROOMS;
        try (var generator = Light.crowd(running, rooms)) {
            WarmUp.settle(
                    running,
                    generator,
                    it -> step(running, generator, rooms, it * first, size.warmUp()));
        }
    }

    @Override
    public Measured measure(Running running, Size size) throws Exception {
        int rooms = size.of(ROOMS);
        double share = (double) rooms / ROOMS;
        var measured = new Measured();
        double begin = begins.getOrDefault(running, FIRST);
        try (var generator = Light.crowd(running, rooms)) {
            WarmUp.resume(
                    running,
                    generator,
                    () -> step(running, generator, rooms, FIRST * share, Light.FIRST_WORDS));
            double highest =
                    highest(
                            begin,
                            generator,
                            it -> passes(running, generator, rooms, it * share, size, measured));
            begins.put(running, Math.max(FIRST, highest / BELOW));
            generator.failures().stream().findFirst().ifPresent(measured::wrong);
        }
        return measured;
    }

    /// Up from where it begins; where that is too high already (this minute is worse than that of
    /// the round before), down to a step that passes.
    private static double highest(double begin, Generator generator, DoublePredicate passes) {
        double rate = begin;
        if (passes.test(rate)) {
            while (rate * STEP <= LAST && passes.test(rate * STEP)) rate *= STEP;
            return rate;
        }
        while (rate > FIRST && generator.counted(it -> it.lost()) == 0) {
            rate = Math.max(FIRST, rate / STEP);
            if (passes.test(rate)) break;
        }
        return rate;
    }

    private static boolean passes(
            Running running,
            Generator generator,
            int rooms,
            double rate,
            Size size,
            Measured measured) {
        int failed = 0;
        for (int i = 0; i < MOST_TRIES && failed < TRIES; i++) {
            long compiled = running.process().compilerMicros();
            var used = step(running, generator, rooms, rate, size.seconds());
            boolean complete = generator.counted(it -> it.lost()) == 0;
            if (!complete) {
                // overloaded, and what was turned away makes all later counts wrong
                generator
                        .denial()
                        .ifPresentOrElse(
                                System.err::println, () -> Settled.judge(generator, measured));
                return false;
            }
            if (Times.millis(generator, 99) < BOUND) {
                measured.put("delivered/s", used.frames() * 1e9 / used.nanos());
                used.into(measured);
                Times.into(measured, generator);
                Settled.judge(generator, measured);
                return true;
            }
            if (WarmUp.rested(running, compiled, used.nanos())) failed++;
        }
        return false;
    }

    private static Meter step(
            Running running, Generator generator, int rooms, double rate, int seconds) {
        var before = Meter.now(running, generator);
        generator.talk(rooms * SEATS, rate / SEATS).run(seconds * 1_000L, 1_000L);
        var used = Meter.now(running, generator).since(before);
        Settled.await(generator);
        return used;
    }
}
