package games.drawbridge.simulation;

import games.drawbridge.history.Checker;
import games.drawbridge.history.Violation;
import games.drawbridge.model.room.AckLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Runs one seed: an evening of faults, a time in which everything heals, and the checker.
public final class Simulation {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /// Faults begin when everybody has come.
    private static final long BEGIN = 3 * SECOND;

    private static final long HEAL = 40 * SECOND;

    /// In which everybody must have everything again.
    private static final long CONVERGED = HEAL + 15 * SECOND;

    private static final long END = CONVERGED + 5 * SECOND;

    private Simulation() {}

    static Outcome run(long seed, Seams seams) {
        var dice = new Dice(seed);
        return run(seed, Plan.of(dice), dice, seams);
    }

    private static Outcome run(long seed, Plan plan, Dice dice, Seams seams) {
        var world = new World(dice, plan, seams);
        var faults = new Faults(world);
        try (var complaints = new Complaints()) {
            play(world, faults);
            return outcome(seed, world, faults, complaints);
        }
    }

    static World trace(long seed, Plan plan, Dice dice, Seams seams) {
        var world = new World(dice, plan, seams);
        play(world, new Faults(world));
        return world;
    }

    private static void play(World world, Faults faults) {
        world.begin();
        world.agenda.runUntil(SECOND);
        world.tables.add(Table.relay(world));
        if (world.plan.four()) world.tables.add(Table.four(world));
        world.tables.forEach(Table::begin);
        faults.plan(BEGIN, HEAL);
        world.agenda.runUntil(HEAL);
        world.tables.forEach(Table::close);
        faults.heal();
        world.agenda.runUntil(END);
    }

    private static Outcome outcome(long seed, World world, Faults faults, Complaints complaints) {
        var violations = new ArrayList<Violation>();
        var lines = world.history.lines();
        var verdicts =
                world.tables.stream()
                        .map(table -> {
                            var log = new FinalLog(world, table.room());
                            violations.addAll(log.wrongEffects());
                            return Checker.judge(table.room(), log.promise(), log.batches(), lines);
                        })
                        .toList();
        verdicts.forEach(it -> violations.addAll(it.violations()));
        boolean mayHaveHoles = world.plan.mayLose(AckLevel.LIVE);
        complaints.all().stream()
                .filter(it -> !(mayHaveHoles && it.contains("has a hole")))
                .map(it -> new Violation(0, world.tables.getFirst().room(), it))
                .forEach(violations::add);
        return new Outcome(
                seed,
                world.plan,
                world.history.hash(),
                verdicts,
                faults.counts(),
                List.copyOf(violations));
    }
}
