package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.wire.Coming;
import games.drawbridge.bench.wire.Generator;
import games.drawbridge.bench.wire.Tally;
import games.drawbridge.bench.wire.Visit;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Players who come, join, and leave: with ours a ticket is checked and the first state shown.
public final class Churn implements Workload {
    private static final int ROOMS = 64;
    private static final int SEATS = 64;

    /// Players who are there at the same time.
    private static final int AT_ONCE = 48;

    @Override
    public String name() {
        return "churn";
    }

    @Override
    public String what() {
        return "48 players at a time connect, join one of 64 rooms, leave it and go";
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public void warmUp(Running running, Size size) throws Exception {
        try (var calls = Executors.newFixedThreadPool(AT_ONCE);
                var generator = new Generator(running.port(), new Tally(1, 1))) {
            var coming = crowd(running, generator, calls);
            WarmUp.settle(
                    running,
                    generator,
                    it -> coming.run((int) (it * AT_ONCE), size.warmUp() * 1_000L));
        }
    }

    private static Coming crowd(Running running, Generator generator, Executor calls)
            throws InterruptedException {
        Crew.makers(running, ROOMS, SEATS);
        var next = new AtomicInteger();
        return new Coming(generator, () -> visit(running, next.getAndIncrement()), calls);
    }

    @Override
    public Measured measure(Running running, Size size) throws Exception {
        var measured = new Measured();
        try (var calls = Executors.newFixedThreadPool(AT_ONCE);
                var generator = new Generator(running.port(), new Tally(1, 1))) {
            var coming = crowd(running, generator, calls);
            WarmUp.resume(
                    running, generator, () -> coming.run(AT_ONCE, Light.FIRST_WORDS * 1_000L));
            int joined = coming.joined();
            var before = Meter.now(running, generator);
            coming.run(AT_ONCE, size.seconds() * 1_000L);
            var used = Meter.now(running, generator).since(before);
            int joins = coming.joined() - joined;
            measured.put("joins/s", joins * 1e9 / used.nanos());
            measured.put("cpu µs/join", (double) used.server() / joins);
            measured.put("joins/s of a core", 1e6 * joins / used.server());
            measured.put("server %", 100_000.0 * used.server() / used.nanos());
            generator.failures().stream().findFirst().ifPresent(measured::wrong);
        }
        return measured;
    }

    private static Visit visit(Running running, int n) {
        return running.visit(n % ROOMS, 1 + n / ROOMS, SEATS);
    }
}
