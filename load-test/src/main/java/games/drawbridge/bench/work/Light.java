package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Allocations;
import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.wire.Generator;
import games.drawbridge.bench.wire.Tally;

/// Duels at a fixed light rate: what a frame costs when the server is far from its limit.
public final class Light implements Workload {
    static final int SEATS = 4;
    private static final int ROOMS = 250;

    /// Frames a second that are delivered: two sayings a second of each player.
    private static final int RATE = 8_000;

    /// Seconds of talk of those who have just come, again and again until the server has settled.
    static final int FIRST_WORDS = 3;

    /// Before it is measured: compilers need to see more than the light load.
    private static final int WARM_RATE = 3 * RATE;

    @Override
    public String name() {
        return "light";
    }

    @Override
    public String what() {
        return "250 rooms of 4, each player 2 messages/s of 100 bytes, all to all four: 8,000 frames/s";
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public void warmUp(Running running, Size size) throws Exception {
        int rooms = size.of(ROOMS);
        try (var generator = crowd(running, rooms)) {
            WarmUp.settle(
                    running,
                    generator,
                    it -> talk(generator, rooms, it * WARM_RATE, size.warmUp()));
            Settled.await(generator);
        }
    }

    @Override
    public Measured measure(Running running, Size size) throws Exception {
        int rooms = size.of(ROOMS);
        var measured = new Measured();
        try (var generator = crowd(running, rooms)) {
            WarmUp.resume(running, generator, () -> talk(generator, rooms, RATE, FIRST_WORDS));
            Settled.await(generator);
            measure(running, generator, rooms, size, measured);
            generator.failures().stream().findFirst().ifPresent(measured::wrong);
        }
        return measured;
    }

    /// All players of so many rooms, connected.
    static Generator crowd(Running running, int rooms) throws InterruptedException {
        var generator = new Generator(running.port(), new Tally(rooms * SEATS, SEATS));
        generator.connect(Crew.of(running, rooms, SEATS), Crew.SOCKETS).join();
        return generator;
    }

    private static void measure(
            Running running, Generator generator, int rooms, Size size, Measured measured) {
        var before = Meter.now(running, generator);
        talk(generator, rooms, RATE, size.seconds());
        Settled.await(generator);
        var used = Meter.now(running, generator).since(before);
        used.into(measured);
        Times.into(measured, generator);
        measured.put("bytes/event", allocated(running, generator, rooms));
        Settled.judge(generator, measured);
    }

    /// In a talk of its own: to ask a JVM gives its compilers work, which would be measured.
    private static double allocated(Running running, Generator generator, int rooms) {
        double before = Allocations.of(running.process());
        long said = talk(generator, rooms, RATE, FIRST_WORDS);
        Settled.await(generator);
        return (Allocations.of(running.process()) - before) / said;
    }

    private static long talk(Generator generator, int rooms, double rate, int seconds) {
        double share = (double) rooms / ROOMS;
        var talk = generator.talk(rooms * SEATS, rate * share / SEATS);
        return talk.run(seconds * 1_000L, 0).said();
    }
}
