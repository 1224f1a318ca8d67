package games.drawbridge.faults;

import static java.util.stream.Collectors.groupingBy;

import games.drawbridge.bots.Api;
import games.drawbridge.faults.load.Load;
import games.drawbridge.faults.load.Player;
import games.drawbridge.faults.load.Rereading;
import games.drawbridge.faults.load.Table;
import games.drawbridge.history.Checker;
import games.drawbridge.history.Line;
import games.drawbridge.history.Promise;
import games.drawbridge.model.room.RoomId;
import java.util.List;
import java.util.Map;

/// Holds a load's history against the logs of its rooms.
final class Judge {
    /// Invariants of which a violation means that something acknowledged is gone.
    private static final List<Integer> LOST = List.of(1, 4, 10);

    private static final int DOUBLED = 2;

    /// Nanoseconds that everybody has to get everything once nobody makes moves any more.
    private static final long CONVERGED = 10_000_000_000L;

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
        Map<RoomId, List<Line>> lines =
                load.history().lines().stream()
                        .filter(Line.OfPlayer.class::isInstance)
                        .collect(groupingBy(line -> ((Line.OfPlayer) line).room()));
        for (var table : load.tables())
            judge(table, lines.getOrDefault(table.room(), List.of()), calmAt);
    }

    private void judge(Table table, List<Line> lines, long calmAt) {
        var reader = table.players().getFirst().id().value();
        var log = Rereading.of(api, table.room(), stage.account(reader).token());
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

    private void count(Player player) {
        figures.disconnects += player.disconnects();
        player.resets().forEach(figures::reset);
        var code = player.turnedAway();
        if (code != null) figures.violation(player.id() + " was told to stop, with " + code);
    }
}
