package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.leaderboard.Place;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.title.Title;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Scores on all boards of the title, in all periods that are kept. Rankings follow from the stream
/// of their changes; what they still remember of somebody who is nowhere is forgotten the second
/// time.
public final class BoardHolding implements Holding {
    private final ScoreTable scores;
    private final RankTable ranks;
    private final ClaimTable claims;
    private final InstantSource clock;

    public BoardHolding(Aws aws, InstantSource clock) {
        scores = new ScoreTable(aws, new SecureRandom());
        ranks = new RankTable(aws);
        claims = new ClaimTable(aws, clock);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "leaderboards";
    }

    @Override
    public Object export(PlayerId player) {
        var all = new ArrayList<Map<String, Object>>();
        for (var group : groups())
            scores.find(group, player.value())
                    .ifPresent(place ->
                            all.add(
                                    Map.of(
                                            "board", group.board().id(),
                                            "period", group.period().id(),
                                            "score", place.score(),
                                            "at", Instant.ofEpochMilli(place.at()))));
        return all;
    }

    @Override
    public void move(PlayerId from, PlayerId into) {
        for (var group : groups()) {
            var seen = scores.find(group, from.value());
            while (seen.isPresent()) {
                var theirs = scores.find(group, into.value());
                var both = both(group.board(), seen.get(), theirs, into.value());
                scores.hand(group, seen.get(), theirs, both);
                seen = scores.find(group, from.value());
            }
        }
    }

    /// What two scores of the same person come to.
    private static Place both(Board board, Place from, Optional<Place> into, String who) {
        if (into.isEmpty()) return new Place(from.score(), from.at(), who);
        var other = into.get();
        return switch (board.rule()) {
            case SUM ->
                    new Place(from.score() + other.score(), Math.max(from.at(), other.at()), who);
            case LAST -> from.at() > other.at() ? new Place(from.score(), from.at(), who) : other;
            case BEST ->
                    board.order().better(from.score(), other.score())
                            ? new Place(from.score(), from.at(), who)
                            : other;
        };
    }

    @Override
    public void erase(PlayerId player) {
        for (var group : groups()) {
            var seen = scores.find(group, player.value());
            while (seen.isPresent() && !scores.remove(group, seen.get()))
                seen = scores.find(group, player.value());
            forget(new Ranking(group.board(), group.period(), Ranking.WORLD), player.value());
        }
    }

    private void forget(Ranking ranking, String who) {
        int generation = claims.live(ranking);
        var stand =
                ranks.stands(ranking, generation, List.of(who)).getOrDefault(who, Stand.NOWHERE);
        var head = ranks.head(ranking, generation, true);
        if (stand.equals(Stand.NOWHERE) || stand.at(head).isPresent()) return;
        stand.was()
                .map(Stand.Spot::country)
                .filter(country -> !country.isEmpty())
                .ifPresent(country ->
                        forget(Ranking.country(ranking.board(), ranking.period(), country), who));
        ranks.forget(ranking, generation, who, stand);
    }

    private List<Group> groups() {
        return Outcasts.all(Title.TITLE.boards(), clock);
    }
}
