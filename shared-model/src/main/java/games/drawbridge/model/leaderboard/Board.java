package games.drawbridge.model.leaderboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One board of the title. Begin with [#of] and say what is different: `Board.of(id, "Lap
/// times").best().lowerFirst().each(new Cycle.Always(), new Cycle.Weekly())`.
///
/// @param title what players read above it
/// @param rule what becomes of a further score of the same player
/// @param order which score is the better one
/// @param cycles by which it begins anew; scores count for the current period of each
/// @param scopes within what it ranks; the world always
/// @param open what players' own clients may report; absent: nothing, rooms alone write it
/// @param rewards what is paid when a period is over
public record Board(
        BoardId id,
        String title,
        Rule rule,
        Order order,
        List<Cycle> cycles,
        Set<Scope> scopes,
        Optional<ClientScores> open,
        List<Reward> rewards) {

    /// How long after its end a period still takes the scores of games that ended within it: an
    /// effect that its room's node could not write down is written by the next owner, in minutes.
    public static final Duration GRACE = Duration.ofHours(1);

    /// @throws IllegalArgumentException when it makes no sense
    public Board {
        cycles = List.copyOf(cycles);
        scopes = Set.copyOf(scopes);
        rewards = List.copyOf(rewards);
        var names = cycles.stream().map(Cycle::name).toList();
        if (names.isEmpty() || Set.copyOf(names).size() != names.size())
            throw new IllegalArgumentException(id + ": cycles of different names are needed");
        if (!scopes.contains(Scope.WORLD))
            throw new IllegalArgumentException(id + ": every board ranks the world");
        if (scopes.contains(Scope.CLAN) && rule != Rule.SUM)
            throw new IllegalArgumentException(id + ": clans add up, and so must the board");
        if (open.isPresent() && rule == Rule.SUM)
            throw new IllegalArgumentException(id + ": a sum is forged by repeating it");
        rewards.forEach(reward -> {
            if (!names.contains(reward.cycle()))
                throw new IllegalArgumentException(id + ": no cycle " + reward.cycle());
        });
    }

    /// Sums of what rooms report, the most first, for all time.
    public static Board of(BoardId id, String title) {
        return new Board(
                id,
                title,
                Rule.SUM,
                Order.HIGHER,
                List.of(new Cycle.Always()),
                Set.of(Scope.WORLD),
                Optional.empty(),
                List.of());
    }

    public Board best() {
        return new Board(id, title, Rule.BEST, order, cycles, scopes, open, rewards);
    }

    public Board last() {
        return new Board(id, title, Rule.LAST, order, cycles, scopes, open, rewards);
    }

    public Board lowerFirst() {
        return new Board(id, title, rule, Order.LOWER, cycles, scopes, open, rewards);
    }

    public Board each(Cycle... all) {
        return new Board(id, title, rule, order, List.of(all), scopes, open, rewards);
    }

    public Board within(Scope... all) {
        return new Board(id, title, rule, order, cycles, Set.of(all), open, rewards);
    }

    public Board openTo(ClientScores limits) {
        return new Board(id, title, rule, order, cycles, scopes, Optional.of(limits), rewards);
    }

    public Board paying(Reward... all) {
        return new Board(id, title, rule, order, cycles, scopes, open, List.of(all));
    }

    /// The periods that a score counts for: those of the moment when its game ended. Where such a
    /// period is closed by now, the one that is open takes it, so that no score is lost.
    ///
    /// @return by cycle
    public Map<Cycle, Period> periods(Instant ended, Instant now) {
        var periods = new LinkedHashMap<Cycle, Period>();
        for (var cycle : cycles)
            cycle.at(ended)
                    .filter(period -> !period.closed(now))
                    .or(() -> cycle.at(now))
                    .ifPresent(period -> periods.put(cycle, period));
        return periods;
    }

    /// The period that is meant: by a cycle's name its current one, or by its own id.
    public Optional<Period> period(String text, Instant now) {
        return cycles.stream()
                .filter(cycle -> cycle.name().equals(text))
                .findFirst()
                .flatMap(cycle -> cycle.at(now))
                .or(() -> cycles.stream().flatMap(cycle -> cycle.named(text).stream()).findFirst());
    }

    public List<Reward> rewards(Cycle cycle) {
        var mine = new ArrayList<>(rewards);
        mine.removeIf(reward -> !reward.cycle().equals(cycle.name()));
        return mine;
    }
}
