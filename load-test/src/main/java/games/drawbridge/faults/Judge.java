package games.drawbridge.faults;

import games.drawbridge.bots.Api;
import games.drawbridge.faults.load.Load;
import games.drawbridge.faults.load.Player;
import games.drawbridge.faults.load.Rereading;
import games.drawbridge.faults.load.Table;
import games.drawbridge.faults.load.Waiting;
import games.drawbridge.history.Checker;
import games.drawbridge.history.Line;
import games.drawbridge.history.Promise;
import games.drawbridge.realtime.log.Batch;
import java.util.List;

/// Holds a load's history against the logs of its rooms.
final class Judge {
    /// Invariants of which a violation means that something acknowledged is gone.
    private static final List<Integer> LOST = List.of(1, 4, 10);

    private static final int DOUBLED = 2;

    /// How often a log is read, every half a second, until it holds what players were told: a store
    /// that came back may still be filled by those who have what it lost.
    private static final int TRIES = 60;

    /// Nanoseconds that everybody has to get everything once nobody makes moves any more.
    private static final long CONVERGED = 60_000_000_000L;

    private final Api api;
    private final Stage stage;
    private final Figures figures;

    Judge(Stage stage, Figures figures) {
        this.api = stage.gate().api();
        this.stage = stage;
        this.figures = figures;
    }

    /// @param calmAt when its players were told to come to rest, in nanoseconds
    void judge(Load load, long calmAt) {
        for (var table : load.tables()) judge(load, table, calmAt);
    }

    private void judge(Load load, Table table, long calmAt) {
        var log = log(load, table);
        var lines = lines(load, table);
        var promise = Promise.of(table.level()).convergedBy(calmAt + CONVERGED);
        var verdict = Checker.judge(table.room(), promise, log, lines);
        figures.rooms++;
        figures.sent += verdict.sent();
        figures.acknowledged += verdict.acknowledged();
        figures.told += verdict.told();
        for (var violation : verdict.violations()) {
            if (LOST.contains(violation.invariant())) figures.lost++;
            if (violation.invariant() == DOUBLED) figures.doubled++;
            figures.violation(table.kind() + " " + table.level() + " " + violation);
        }
        table.players().forEach(this::count);
    }

    private static List<Line> lines(Load load, Table table) {
        return load.history().lines().stream()
                .filter(it -> it instanceof Line.OfPlayer of && of.room().equals(table.room()))
                .toList();
    }

    /// The newest event that anybody was told.
    private static long told(List<Line> lines) {
        return lines.stream()
                .filter(Line.Told.class::isInstance)
                .mapToLong(line -> ((Line.Told) line).seq())
                .max()
                .orElse(0);
    }

    /// The log as it can be read once what players were told is in it, and they were told what is
    /// in it: a clock may still end their game. As it is, if that does not come.
    private List<Batch> log(Load load, Table table) {
        var reader = table.players().getFirst().id().value();
        List<Batch> log = List.of();
        long began = System.nanoTime();
        for (int i = 0; i < TRIES; i++) {
            log = Rereading.of(api, table.room(), stage.account(reader).token());
            long told = told(lines(load, table));
            if (told == 0 || (!log.isEmpty() && head(log) >= told && table.has(head(log)))) {
                if (i > 0)
                    figures.samples("log readable after s")
                            .add((System.nanoTime() - began) / (1_000 * Round.MILLI));
                return log;
            }
            Waiting.millis(500);
        }
        return log;
    }

    private static long head(List<Batch> log) {
        return log.getLast().entries().getLast().seq();
    }

    private void count(Player player) {
        figures.disconnects += player.disconnects();
        player.resets().forEach(figures::reset);
        var code = player.turnedAway();
        if (code != null) figures.violation(player.id() + " was told to stop, with " + code);
    }
}
