package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Contestant;
import games.drawbridge.bench.server.Garbage;
import games.drawbridge.bench.wire.Generator;
import games.drawbridge.bench.wire.Tally;
import games.drawbridge.faults.load.Waiting;

/// Connections of players who do nothing but be there.
public final class Idle implements Workload {
    /// Connections that come and go before, so that what is needed once is not counted.
    private static final int BEFORE = 500;

    /// Seconds after the last has come until compilers and collectors rest as well.
    static final int REST = 10;

    private final int connections;

    public Idle(int connections) {
        this.connections = connections;
    }

    @Override
    public String name() {
        return "idle-" + connections;
    }

    @Override
    public String what() {
        return "%,d connections with heartbeats only".formatted(connections);
    }

    @Override
    public Measured measure(Contestant contestant, Size size) throws Exception {
        int count = size.of(connections);
        var measured = new Measured();
        try (var running = contestant.start()) {
            try (var first = new Generator(running.port(), new Tally(1, 1))) {
                first.connect(Crew.guests(running, Math.min(count, BEFORE)), Crew.SOCKETS).join();
            }
            Garbage.collect(running.process());
            long empty = running.process().rss();
            try (var generator = new Generator(running.port(), new Tally(1, 1))) {
                generator.connect(Crew.guests(running, count), Crew.SOCKETS).join();
                generator.heartbeats(Crew.HEARTBEAT);
                Garbage.collect(running.process());
                measured.put(
                        "RSS KB/connection", (running.process().rss() - empty) / 1024.0 / count);
                Waiting.millis(Math.min(REST, 2 * size.seconds()) * 1_000L);
                var before = Meter.now(running, generator);
                Waiting.millis(size.seconds() * 1_000L);
                var used = Meter.now(running, generator).since(before);
                measured.put("cpu %", 100_000.0 * used.server() / used.nanos());
                generator.failures().stream().findFirst().ifPresent(measured::wrong);
            }
        }
        return measured;
    }
}
