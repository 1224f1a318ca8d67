package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Contestant;
import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.wire.Generator;
import games.drawbridge.bench.wire.Tally;

/// All lose their sockets at the same moment and come back with what the last welcome gave them,
/// each to the position where they were.
public final class Resume implements Workload {
    private static final int ROOMS = 1_250;
    private static final int SEATS = 4;

    /// Sockets on their way at the same time: the server's queue of them is as long.
    private static final int AT_ONCE = 2_000;

    @Override
    public String name() {
        return "resume";
    }

    @Override
    public String what() {
        return "5,000 players in rooms of 4 lose their sockets at once and resume at once";
    }

    @Override
    public boolean suits(Contestant contestant) {
        return contestant.name().startsWith("ours");
    }

    @Override
    public boolean stays() {
        return true;
    }

    @Override
    public Measured measure(Running running, Size size) throws Exception {
        int rooms = size.of(ROOMS);
        var measured = new Measured();
        try (var generator = new Generator(running.port(), new Tally(1, 1))) {
            generator.connect(Crew.of(running, rooms, SEATS), Crew.SOCKETS).join();
            generator.cut();
            generator.reconnect(AT_ONCE).join(); // the first time is the warm-up
            generator.cut();
            var before = Meter.now(running, generator);
            generator.reconnect(AT_ONCE).join();
            var used = Meter.now(running, generator).since(before);
            int players = rooms * SEATS;
            measured.put("resumes/s", players * 1e9 / used.nanos());
            measured.put("cpu µs/resume", (double) used.server() / players);
            measured.put("generator %", 100.0 * used.generator() / used.nanos());
            generator.failures().stream().findFirst().ifPresent(measured::wrong);
        }
        return measured;
    }
}
