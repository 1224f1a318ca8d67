package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Contestant;
import games.drawbridge.bench.server.Running;
import games.drawbridge.bench.wire.Generator;
import games.drawbridge.bench.wire.RegionVisit;
import games.drawbridge.bench.wire.Tally;
import games.drawbridge.bench.wire.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/// One region that many look at while many of them march: what a change costs that hundreds are
/// told of.
public final class Region implements Workload {
    private static final int WATCHERS = 500;

    /// Moves a second of each who marches: all that a player may.
    private static final double EACH = 9.5;

    /// Tiles that a march changes: the one that it leaves, and the one that it reaches.
    private static final int TILES = 2;

    @Override
    public String name() {
        return "region";
    }

    @Override
    public String what() {
        return "a region that 500 look at, %d cells, each told four times a second; %d of them march %.1f times a second"
                .formatted(RegionVisit.CELLS, RegionVisit.MOVERS, EACH);
    }

    /// No other contestant has a room that tells values; how safe a region's events are is its
    /// kind's affair.
    @Override
    public boolean suits(Contestant contestant) {
        return contestant.name().equals("ours-live");
    }

    @Override
    public Measured measure(Running running, Size size) throws Exception {
        int count = size.of(WATCHERS);
        int movers = Math.min(count, RegionVisit.MOVERS);
        var measured = new Measured();
        try (var generator = new Generator(running.port(), new Tally(count, 1))) {
            List<RegionVisit> watchers = new ArrayList<>();
            for (int n = 0; n < count; n++) watchers.add((RegionVisit) running.watcher(n));
            generator.connect(watchers, Crew.SOCKETS).join();
            generator.heartbeats(Crew.HEARTBEAT);
            WarmUp.settle(
                    running,
                    generator,
                    it ->
                            generator
                                    .talk(movers, it * movers * EACH)
                                    .run(size.warmUp() * 1_000L, 0));
            measure(running, generator, watchers, movers, size, measured);
            generator.failures().stream().findFirst().ifPresent(measured::wrong);
            generator.denial().ifPresent(measured::wrong);
        }
        return measured;
    }

    private static void measure(
            Running running,
            Generator generator,
            List<RegionVisit> watchers,
            int movers,
            Size size,
            Measured measured) {
        long acks = all(generator, watchers, Told::acks);
        long patches = all(generator, watchers, Told::patches);
        long values = all(generator, watchers, Told::values);
        var before = Meter.now(running, generator);
        generator.talk(movers, movers * EACH).run(size.seconds() * 1_000L, 0);
        var used = Meter.now(running, generator).since(before);
        double seconds = used.nanos() / 1e9;
        double frames = all(generator, watchers, Told::patches) - patches;
        double moves = all(generator, watchers, Told::acks) - acks;
        measured.put("moves/s", moves / seconds);
        measured.put("changes delivered/s", moves * TILES * watchers.size() / seconds);
        measured.put("values/s", (all(generator, watchers, Told::values) - values) / seconds);
        measured.put("frames/s", frames / seconds);
        measured.put("cpu µs/frame", used.server() / frames);
        measured.put("server %", 100_000.0 * used.server() / used.nanos());
        measured.put("generator %", 100.0 * used.generator() / used.nanos());
    }

    private static long all(
            Generator generator, List<RegionVisit> watchers, ToLongFunction<Told> figure) {
        return generator.counted(
                _ -> watchers.stream().map(RegionVisit::told).mapToLong(figure).sum());
    }
}
