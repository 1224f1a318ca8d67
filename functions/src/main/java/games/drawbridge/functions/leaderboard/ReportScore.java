package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.rates.Rate;
import games.drawbridge.functions.rates.RateTable;
import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.leaderboard.ClientScores;
import games.drawbridge.model.leaderboard.Place;
import games.drawbridge.model.title.Title;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Takes a player's own word for a score, on boards that do, within their bounds.
@Route("POST /v1/leaderboards/{board}/scores")
public final class ReportScore extends Endpoint {
    private final List<Board> boards;
    private final InstantSource clock;
    private final ScoreTable scores;
    private final Standings standings;
    private final RateTable rates;

    public ReportScore() {
        this(Environment.system());
    }

    public ReportScore(Environment environment) {
        this(environment, Title.TITLE.boards(), InstantSource.system());
    }

    /// @param boards of another title
    ReportScore(Environment environment, List<Board> boards, InstantSource clock) {
        var aws = new Aws(environment);
        this.boards = boards;
        this.clock = clock;
        scores = new ScoreTable(aws, new SecureRandom());
        standings = new Standings(aws);
        rates = new RateTable(aws, clock);
    }

    /// @param rank that the score had, or would have had, a moment before it is folded
    /// @param best the player's score after it
    private record Answer(long rank, long best) {}

    @Override
    protected Reply answer(Request request) {
        var player = request.player().value();
        var now = clock.instant();
        var ranking = BoardRequest.ranking(request, boards, now);
        var board = ranking.board();
        var limits =
                board.open()
                        .orElseThrow(
                                () -> new Problem(403, "not-open", "rooms alone write this board"));
        long score = request.body().fields().whole("score", Long.MIN_VALUE, Long.MAX_VALUE);
        var rate = new Rate("score-" + board.id(), limits.perMinute(), Duration.ofMinutes(1));
        rates.count(rate, player);
        judge(board, limits, player, score, now);
        var place = new Place(score, now.toEpochMilli(), player);
        for (var period : board.periods(now, now).values())
            scores.keep(new Group(board, period, false), place, "client#" + now.toEpochMilli());
        long best = scores.find(ranking.group(), player).map(Place::score).orElse(score);
        long rank =
                standings.read(ranking, List.of(), view -> view.rank(new Place(best, 0, player)));
        return Reply.ok(new Answer(rank, best));
    }

    private void judge(Board board, ClientScores limits, String player, long score, Instant now) {
        long lead = 0;
        for (var period : board.periods(now, now).values()) {
            var seen = scores.find(new Group(board, period, false), player);
            if (seen.isPresent() && board.order().better(score, seen.get().score())) {
                long distance = Math.abs(score - seen.get().score());
                lead = Math.max(lead, distance < 0 ? Long.MAX_VALUE : distance);
                break;
            }
        }
        if (limits.judge(score, lead) instanceof ClientScores.Outcome.Implausible(var reason))
            throw new Problem(422, "implausible", reason);
    }
}
