package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Contestant;
import games.drawbridge.bench.server.Garbage;
import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.wire.Generator;
import games.drawbridge.bench.wire.Tally;
import games.drawbridge.faults.load.Waiting;
import java.io.IOException;

/// Connections of players who do nothing but be there.
public final class Idle implements Workload {
    private static final int SOME = 10_000;

    /// As many as a process may have here, whose files are 20,000 at most.
    private static final int MANY = 18_000;

    /// Connections that come and go before, so that what is needed once is not counted.
    private static final int BEFORE = 500;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String what() {
        return "10,000 connections with heartbeats only, and 8,000 more; the CPU is that of all";
    }

    /// Nothing is said, so nothing is acknowledged: one of our ack levels stands for both.
    @Override
    public boolean suits(Contestant contestant) {
        return !contestant.name().equals("ours-live");
    }

    @Override
    public Measured measure(Running running, Size size) throws Exception {
        var measured = new Measured();
        try (var first = new Generator(running.port(), new Tally(1, 1))) {
            first.connect(Crew.guests(running, 0, size.of(BEFORE)), Crew.SOCKETS).join();
        }
        Garbage.collect(running.process());
        long empty = running.process().rss();
        try (var generator = new Generator(running.port(), new Tally(1, 1))) {
            int some = size.of(SOME);
            int many = size.of(MANY);
            generator.connect(Crew.guests(running, 0, some), Crew.SOCKETS).join();
            generator.heartbeats(Crew.HEARTBEAT);
            measured.put("RSS KB/connection of 10,000", kilobytes(running, empty, some));
            generator.connect(Crew.guests(running, some, many), Crew.SOCKETS).join();
            measured.put("RSS KB/connection of 18,000", kilobytes(running, empty, many));
            WarmUp.rest(running);
            var before = Meter.now(running, generator);
            Waiting.millis(size.seconds() * 1_000L);
            var used = Meter.now(running, generator).since(before);
            measured.put("cpu %", 100_000.0 * used.server() / used.nanos());
            generator.failures().stream().findFirst().ifPresent(measured::wrong);
        }
        return measured;
    }

    private static double kilobytes(Running running, long empty, int connections)
            throws IOException {
        Garbage.collect(running.process());
        return (running.process().rss() - empty) / 1024.0 / connections;
    }
}
