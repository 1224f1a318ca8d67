package games.drawbridge.faults;

import games.drawbridge.faults.load.Gate;
import games.drawbridge.faults.load.Load;
import games.drawbridge.faults.load.Mix;
import games.drawbridge.faults.load.Table;
import games.drawbridge.faults.load.Waiting;
import games.drawbridge.history.Line;
import games.drawbridge.local.nodes.Node;
import games.drawbridge.model.room.AckLevel;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Once of a fault: what happens to the stage, and what its players notice.
///
/// @param loads all of them, the usual one first
/// @param brief whether it may not take long
record Round(
        Stage stage,
        Load load,
        List<Load> loads,
        Figures figures,
        RandomGenerator dice,
        boolean brief,
        String name) {
    static final double MILLI = 1_000_000;

    /// Seconds after which a room that does not serve again is a violation.
    private static final int PATIENCE = 60;

    /// Writes into every history what is done.
    ///
    /// @return when, in nanoseconds
    long mark(String what) {
        long now = System.nanoTime();
        loads.forEach(it -> it.history().add(new Line.Fault(now, what)));
        return now;
    }

    /// Begins another load beside the usual one; it is judged with it.
    Load more(Gate gate, Mix mix, String who) {
        var other = new Load(gate, mix, name + "-" + who, dice.nextLong());
        loads.add(other);
        other.start();
        return other;
    }

    /// Rooms that are not over.
    List<Table> tables(Predicate<Table> which) {
        return load.tables().stream()
                .filter(it -> it.players().stream().noneMatch(player -> player.isOver()))
                .filter(which)
                .toList();
    }

    List<Table> ownedBy(Node node) {
        return ownedBy(node, tables(_ -> true));
    }

    List<Table> ownedBy(Node node, List<Table> tables) {
        return tables.stream().filter(it -> stage.owner(it.room()).equals(node.name())).toList();
    }

    static boolean isDurable(Table table) {
        return table.level() == AckLevel.DURABLE;
    }

    /// The node with most of the load's rooms.
    Node busiest() {
        return stage.node(busiest(tables(_ -> true)));
    }

    /// The name of the node with most of these rooms.
    String busiest(List<Table> tables) {
        return tables.stream()
                .collect(Collectors.groupingBy(it -> stage.owner(it.room()), Collectors.counting()))
                .entrySet()
                .stream()
                .max(Comparator.comparing(it -> it.getValue()))
                .orElseThrow()
                .getKey();
    }

    /// Waits until each of these rooms has answered, and counts from the fault.
    ///
    /// @param since answers from then on count
    /// @param newOnly whether only those to moves that were sent since
    void awaitService(List<Table> tables, long fault, long since, boolean newOnly) {
        tables.forEach(it -> it.answers().await(since, newOnly));
        Waiting.became(PATIENCE, () -> tables.stream().allMatch(Round::servesOrIsOver));
        for (var table : tables) {
            long served = table.answers().served();
            if (served >= 0) figures.samples(Figures.SERVE).add((served + since - fault) / MILLI);
            else if (!servesOrIsOver(table))
                figures.violation(table.room() + " did not serve again in " + PATIENCE + " s");
        }
    }

    private static boolean servesOrIsOver(Table table) {
        return table.answers().served() >= 0
                || table.players().stream().anyMatch(player -> player.isOver());
    }

    /// How long each room's slowest move of that time took.
    void slowest(String measure, List<Table> tables, long since, long until) {
        for (var table : tables)
            table.answers().sentIn(since, until).stream()
                    .mapToLong(it -> it.took())
                    .max()
                    .ifPresent(took -> figures.samples(measure).add(took / MILLI));
    }

    /// How long every move of that time took.
    void all(String measure, List<Table> tables, long since, long until) {
        for (var table : tables)
            table.answers()
                    .sentIn(since, until)
                    .forEach(it -> figures.samples(measure).add(it.took() / MILLI));
    }

    /// So many seconds of fault; less in the short set.
    void last(int seconds) {
        Waiting.millis(brief ? Math.min(seconds, 5) * 1_000L : seconds * 1_000L);
    }
}
