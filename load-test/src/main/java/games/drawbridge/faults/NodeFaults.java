package games.drawbridge.faults;

import games.drawbridge.faults.load.Load;
import games.drawbridge.faults.load.Manner;
import games.drawbridge.faults.load.Mix;
import games.drawbridge.faults.load.Player;
import games.drawbridge.faults.load.Table;
import games.drawbridge.faults.load.Waiting;
import games.drawbridge.local.nodes.Node;
import games.drawbridge.local.process.Signal;
import games.drawbridge.local.process.Supervised;
import java.util.List;
import java.util.Map;

/// What can happen to a node.
final class NodeFaults {
    /// Milliseconds from a zombie's waking to the moment its last client is off it.
    private static final String OFF = "off the zombie ms";

    /// Seconds that a node stands still: three times what the others give it.
    private static final int PAUSE = 12;

    /// Seconds until everybody takes it for dead.
    private static final int LEASE = 5;

    /// Rooms in which nobody does anything.
    private static final Mix ASLEEP = new Mix(0, 3, 3, 0, 2, 0, Manner.IDLE);

    private NodeFaults() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario(
                        "kill",
                        "kill -9 of a node in mid-game",
                        200,
                        1,
                        NodeFaults::kill,
                        Goal.percentile(Figures.SERVE, 50, 2_000),
                        Goal.percentile(Figures.SERVE, 99, 5_000)),
                new Scenario(
                        "pause",
                        "SIGSTOP of a node for " + PAUSE + " s, rooms busy and idle, then SIGCONT",
                        20,
                        1,
                        NodeFaults::pause,
                        Goal.percentile(OFF, 100, 3_000)),
                new Scenario(
                        "rolling",
                        "rolling restart under load: SIGTERM to each node in turn",
                        100,
                        1,
                        NodeFaults::rolling,
                        Goal.percentile(Figures.PAUSE, 50, 200),
                        Goal.percentile(Figures.PAUSE, 99, 1_000)),
                new Scenario(
                        "clock",
                        "a node whose clock is an hour ahead, then one whose clock is an hour late",
                        1,
                        0,
                        NodeFaults::clock));
    }

    private static void kill(Round round) throws Exception {
        var node = round.busiest();
        var hit = round.ownedBy(node);
        long fault = round.mark("kill -9 " + node.name());
        node.process().send(Signal.KILL);
        round.awaitService(hit, fault, System.nanoTime(), true);
        round.stage().awaitNodes();
    }

    // ---- the zombie ----

    private static void pause(Round round) throws Exception {
        var idle = round.more(round.stage().gate(), ASLEEP, "idle");
        var node = round.stage().node(round.busiest(idle.tables()));
        var busy = round.ownedBy(node);
        var asleep = round.ownedBy(node, idle.tables());
        long fault = round.mark("SIGSTOP " + node.name());
        node.process().send(Signal.STOP);
        long stopped = System.nanoTime();
        Waiting.millis(1_000L * LEASE);
        var visitors = asleep.stream().map(it -> visitor(round, idle, it)).toList();
        round.awaitService(busy, fault, stopped, true);
        Waiting.until("a new owner", 30, () -> visitors.stream().allMatch(Player::isInside));
        long left =
                (round.brief() ? LEASE + 3 : PAUSE) - (System.nanoTime() - fault) / 1_000_000_000;
        if (left > 0) Waiting.millis(1_000 * left);
        wake(round, node, asleep);
        for (int i = 0; i < visitors.size(); i++) idle.farewell(asleep.get(i), visitors.get(i));
    }

    /// Somebody comes by the join call, which gives the room another owner.
    private static Player visitor(Round round, Load idle, Table table) {
        return idle.visit(table, "visitor-" + table.room(), round.stage().gate(), Manner.LIVELY);
    }

    private static void wake(Round round, Node node, List<Table> asleep) throws Exception {
        // those who did not happen to ping meanwhile
        var sleepers =
                asleep.stream()
                        .flatMap(it -> it.players().stream())
                        .filter(it -> it.isInside() && it.node().equals(node.name()))
                        .toList();
        var before = sleepers.stream().mapToInt(Player::disconnects).toArray();
        round.mark("SIGCONT " + node.name());
        node.process().send(Signal.CONT);
        long woke = System.nanoTime();
        for (int i = 0; i < sleepers.size(); i++) {
            int at = i;
            if (Waiting.became(30, () -> sleepers.get(at).disconnects() > before[at]))
                round.figures().samples(OFF).add((System.nanoTime() - woke) / Round.MILLI);
            else round.figures().violation(sleepers.get(i).id() + " stayed on the zombie for 30 s");
        }
    }

    // ---- the planned end ----

    static void rolling(Round round) throws Exception {
        for (var node : round.stage().world().nodes().all()) {
            var hit = round.ownedBy(node);
            long pid = node.process().pid();
            long fault = round.mark("SIGTERM " + node.name());
            node.process().send(Signal.TERM);
            Waiting.until(node.name() + " is back", 120, () -> isAnother(node, pid));
            Waiting.millis(2_000);
            round.slowest(Figures.PAUSE, hit, fault - 500_000_000, System.nanoTime());
        }
    }

    private static boolean isAnother(Node node, long pid) {
        var process = node.process();
        return process.pid() != 0 && process.pid() != pid && process.state() == Supervised.State.OK;
    }

    // ---- the wrong clock ----

    private static void clock(Round round) throws Exception {
        var library = FakeTime.library();
        if (library.isEmpty()) {
            round.figures().skipped("there is no libfaketime here; the simulation covers it");
            return;
        }
        for (String offset : List.of("+3600s", "-3600s")) {
            var node = round.busiest();
            round.stage().tell(node.name(), FakeTime.variables(library.get(), offset));
            restart(round, node, "the clock of " + node.name() + " is now " + offset);
            round.last(20);
            round.stage().tell(node.name(), Map.of());
            restart(round, node, "the clock of " + node.name() + " is right again");
        }
    }

    private static void restart(Round round, Node node, String what) throws Exception {
        var hit = round.ownedBy(node);
        long fault = round.mark(what);
        node.process().send(Signal.KILL);
        round.awaitService(hit, fault, System.nanoTime(), true);
        round.stage().awaitNodes();
    }
}
