package games.drawbridge.faults;

import games.drawbridge.faults.load.Load;
import games.drawbridge.faults.load.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Plays one scenario: some rounds under a load, then everybody comes to rest and is judged; and
/// again, until all rounds are played.
final class Run {
    /// Milliseconds of play before the first fault.
    private static final int WARM = 1_500;

    /// Seconds after which who has not come to rest never will.
    private static final int REST = 60;

    private final Stage stage;
    private final Scenario scenario;
    private final Records records;
    private final boolean brief;
    private final boolean keep;
    private final SplittableRandom dice;
    private final Figures figures = new Figures();

    Run(Stage stage, Scenario scenario, Records records, boolean brief, boolean keep, long seed) {
        this.stage = stage;
        this.scenario = scenario;
        this.records = records;
        this.brief = brief;
        this.keep = keep;
        this.dice = new SplittableRandom(seed);
    }

    Figures play(int rounds) {
        for (int i = 0; i < rounds && figures.skipped() == null; i += Scenario.AT_ONCE)
            some(i, Math.min(Scenario.AT_ONCE, rounds - i));
        return figures;
    }

    private void some(int first, int count) {
        var name = "%s-%08x".formatted(scenario.name(), dice.nextInt());
        var loads = new ArrayList<Load>();
        var load = new Load(stage.gate(), scenario.mix(), name, dice.nextLong());
        loads.add(load);
        try {
            load.start();
            Waiting.millis(WARM);
            for (int i = first; i < first + count && figures.skipped() == null; i++)
                once(load, loads, name + "-" + i);
            rest(loads);
        } catch (Exception broken) {
            figures.violation("the round broke off: " + broken.getMessage());
            records.fault(scenario, broken);
        } finally {
            loads.forEach(Load::stop);
            if (keep || !figures.violations().isEmpty()) records.keep(scenario, name, loads);
        }
    }

    private void once(Load load, List<Load> loads, String name) throws Exception {
        var before = figures.counts();
        var round = new Round(stage, load, loads, figures, dice.split(), brief, name);
        try {
            scenario.act().inflict(round);
        } catch (Exception broken) {
            records.fault(scenario, broken);
            throw broken;
        } finally {
            stage.heal();
        }
        if (figures.skipped() == null) figures.rounds++;
        records.round(scenario, figures, before);
    }

    private void rest(List<Load> loads) {
        long calmAt = System.nanoTime();
        for (var load : loads) {
            double seconds = load.settle(REST);
            if (seconds >= 0) figures.samples(Figures.REST).add(seconds);
        }
        var judge = new Judge(stage, figures);
        loads.forEach(load -> judge.judge(load, calmAt));
    }
}
