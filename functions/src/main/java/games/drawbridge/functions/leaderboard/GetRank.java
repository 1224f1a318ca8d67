package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.title.Title;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// One player's exact rank, or one clan's, and who stands around.
@Route("GET /v1/leaderboards/{board}/players/{id}")
public final class GetRank extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final Standings standings;
    private final BoardNames names;

    public GetRank() {
        this(Environment.system());
    }

    public GetRank(Environment environment) {
        var aws = new Aws(environment);
        standings = new Standings(aws);
        names = new BoardNames(aws);
    }

    /// @param of how many entries the ranking has
    /// @param asOf when it last changed: every score that was folded by then is in it
    private record Answer(
            long rank, long score, long of, Instant asOf, String period, List<BoardEntry> around) {}

    @Override
    protected Reply answer(Request request) {
        var ranking = BoardRequest.ranking(request, Title.TITLE.boards(), clock.instant());
        String who = request.path("id", PlayerId::new).value();
        int around =
                (int) request.query("around", BoardLimits.USUAL_AROUND, 0, BoardLimits.MOST_AROUND);
        return standings.read(ranking, List.of(who), view -> answer(ranking, view, who, around));
    }

    private Reply answer(Ranking ranking, View view, String who, int around) {
        var own =
                view.place(who)
                        .orElseThrow(
                                () -> new Problem(404, "not-ranked", "no entry on this board"));
        var lines = view.around(who, around);
        long rank =
                lines.stream()
                        .filter(line -> line.place().equals(own))
                        .mapToLong(View.Ranked::rank)
                        .findFirst()
                        .orElseThrow();
        return Reply.ok(
                new Answer(
                        rank,
                        own.score(),
                        view.of(),
                        view.asOf(clock.instant()),
                        ranking.period().id(),
                        names.entries(ranking, lines)));
    }
}
