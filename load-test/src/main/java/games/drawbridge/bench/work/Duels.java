package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Contestant;
import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.wire.Generator;
import games.drawbridge.bench.wire.Tally;

/// Duels at ever higher rates, until answers take too long: how much one core delivers.
public final class Duels implements Workload {
    private static final int SEATS = Light.SEATS;
    private static final int ROOMS = 1_000;

    /// Milliseconds that 99 of 100 frames may take.
    private static final double BOUND = 50;

    /// Delivered frames a second: two sayings a second of each player.
    private static final double FIRST = 32_000;

    /// Ten sayings a second of each player: more is turned away by our rate limit.
    private static final double LAST = 160_000;

    private static final double STEP = 1.12;

    /// A step that fails is tried again: a compiler or a collector may have had the core.
    private static final int TRIES = 2;

    @Override
    public String name() {
        return "duels";
    }

    @Override
    public String what() {
        return "1,000 rooms of 4, each player 2 to 10 messages/s of 100 bytes, all to all four: the"
                + " highest rate in steps of 12 % at which 99 of 100 frames take less than 50 ms";
    }

    @Override
    public Measured measure(Contestant contestant, Size size) throws Exception {
        int rooms = size.of(ROOMS);
        var measured = new Measured();
        try (var running = contestant.start();
                var generator = new Generator(running.port(), new Tally(rooms * SEATS, SEATS))) {
            generator.connect(Crew.of(running, rooms, SEATS), Crew.SOCKETS).join();
            double share = (double) rooms / ROOMS;
            WarmUp.settle(
                    running,
                    generator,
                    it -> step(running, generator, rooms, it * FIRST * share, size.warmUp()));
            for (double rate = FIRST; rate <= LAST; rate *= STEP)
                if (!climb(running, generator, rooms, rate * share, size, measured)) break;
            generator.failures().stream().findFirst().ifPresent(measured::wrong);
        }
        return measured;
    }

    private static boolean climb(
            Running running,
            Generator generator,
            int rooms,
            double rate,
            Size size,
            Measured measured) {
        for (int i = 0; i < TRIES; i++) {
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
