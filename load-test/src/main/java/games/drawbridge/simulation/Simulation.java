package games.drawbridge.simulation;

import games.drawbridge.history.Checker;
import games.drawbridge.history.Verdict;
import games.drawbridge.history.Violation;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.simulation.Plan.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One seed: an evening of faults, a time in which everything heals, and the checker.
final class Simulation {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /// Faults begin when everybody has come.
    private static final long BEGIN = 3 * SECOND;

    /// In which everybody must have everything again, once all is well.
    private static final long CONVERGED = 15 * SECOND;

    /// After that nothing may change any more.
    private static final long STILL = 5 * SECOND;

    private final long seed;
    private final World world;
    private final Faults faults;
    private final long healed;

    private Simulation(long seed, Dice dice, Seams seams) {
        this.seed = seed;
        this.world = new World(dice, Plan.of(dice), seams);
        this.faults = new Faults(world);
        // a night is long enough that rooms are closed and opened again
        this.healed = (world.plan.faults().contains(Fault.NIGHT) ? 130 : 40) * SECOND;
    }

    static Outcome run(long seed, Seams seams) {
        try (var complaints = new Complaints()) {
            var simulation = new Simulation(seed, new Dice(seed), seams);
            simulation.play();
            return simulation.outcome(complaints.all());
        }
    }

    private void play() {
        world.begin();
        world.agenda.runUntil(SECOND);
        world.tables.add(Table.relay(world));
        if (world.plan.four()) world.tables.add(Table.four(world));
        world.tables.forEach(Table::begin);
        faults.plan(BEGIN, healed);
        world.agenda.runUntil(healed);
        world.tables.forEach(Table::close);
        faults.heal();
        world.agenda.runUntil(healed + CONVERGED + STILL);
    }

    private Outcome outcome(List<String> complaints) {
        var verdicts = new ArrayList<Verdict>();
        var violations = new ArrayList<Violation>();
        var lines = world.history.lines();
        for (var table : world.tables) {
            var log = new FinalLog(world, table.room());
            var promise = log.promise().convergedBy(healed + CONVERGED);
            verdicts.add(Checker.judge(table.room(), promise, log.batches(), lines));
            violations.addAll(verdicts.getLast().violations());
            violations.addAll(log.wrongEffects());
        }
        boolean mayHaveHoles = world.plan.mayLose(AckLevel.LIVE);
        complaints.stream()
                .filter(it -> !(mayHaveHoles && it.contains("has a hole")))
                .map(it -> new Violation(0, world.tables.getFirst().room(), it))
                .forEach(violations::add);
        return new Outcome(seed, world.plan, world.history, verdicts, faults.counts(), violations);
    }
}
