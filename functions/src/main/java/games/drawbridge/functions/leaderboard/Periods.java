package games.drawbridge.functions.leaderboard;

import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.leaderboard.Cycle;
import games.drawbridge.model.leaderboard.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The periods of a board that are still kept.
final class Periods {
    private Periods() {}

    static List<Period> kept(Board board, Instant now) {
        var periods = new ArrayList<Period>();
        board.cycles().forEach(cycle -> periods.addAll(kept(cycle, now)));
        return periods;
    }

    static List<Period> kept(Cycle cycle, Instant now) {
        if (cycle instanceof Cycle.Event event)
            return event.named(event.name()).stream()
                    .filter(period -> !period.from().isAfter(now) && Ranking.kept(period, now))
                    .toList();
        var periods = new ArrayList<Period>();
        var next = cycle.at(now);
        while (next.isPresent() && Ranking.kept(next.get(), now)) {
            periods.add(next.get());
            next =
                    next.get().ends()
                            ? cycle.at(next.get().from().minusMillis(1))
                            : Optional.empty();
        }
        return periods;
    }
}
