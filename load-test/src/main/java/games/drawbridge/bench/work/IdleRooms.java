package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Contestant;
import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.wire.Generator;
import games.drawbridge.bench.wire.Tally;
import games.drawbridge.faults.load.Waiting;

/// Rooms in which everybody sits and nobody does anything.
public final class IdleRooms implements Workload {
    private static final int ROOMS = 2_500;
    private static final int SEATS = 4;

    @Override
    public String name() {
        return "idle-rooms";
    }

    @Override
    public String what() {
        return "2,500 rooms of 4 in which nobody says anything, with heartbeats only";
    }

    /// A room of the others is a name that sockets share, and costs nothing by itself. Of ours one
    /// ack level stands for both, as in [Idle].
    @Override
    public boolean suits(Contestant contestant) {
        return contestant.name().equals("ours-memory") || contestant.name().equals("colyseus");
    }

    @Override
    public Measured measure(Running running, Size size) throws Exception {
        int rooms = size.of(ROOMS);
        var measured = new Measured();
        try (var generator = new Generator(running.port(), new Tally(1, 1))) {
            generator.connect(Crew.of(running, rooms, SEATS), Crew.SOCKETS).join();
            generator.heartbeats(Crew.HEARTBEAT);
            WarmUp.rest(running);
            var before = Meter.now(running, generator);
            Waiting.millis(2_000L * size.seconds());
            var used = Meter.now(running, generator).since(before);
            measured.put("cpu %", 100_000.0 * used.server() / used.nanos());
            measured.put("RSS MB", running.process().rss() / 1048576.0);
            generator.failures().stream().findFirst().ifPresent(measured::wrong);
        }
        return measured;
    }
}
