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
import java.util.Arrays;
import java.util.List;

/// The exact ranks of several players, friends for example, best first. Who has no entry is left
/// out.
@Route("GET /v1/leaderboards/{board}/players")
public final class GetRanks extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final Standings standings;
    private final BoardNames names;

    public GetRanks() {
        this(Environment.system());
    }

    public GetRanks(Environment environment) {
        var aws = new Aws(environment);
        standings = new Standings(aws);
        names = new BoardNames(aws);
    }

    private record Answer(long of, Instant asOf, String period, List<BoardEntry> entries) {}

    @Override
    protected Reply answer(Request request) {
        var ranking = BoardRequest.ranking(request, Title.TITLE.boards(), clock.instant());
        var who = ids(request.query("ids").orElse(""));
        return standings.read(
                ranking,
                who,
                view ->
                        Reply.ok(
                                new Answer(
                                        view.of(),
                                        view.asOf(clock.instant()),
                                        ranking.period().id(),
                                        names.entries(ranking, view.of(who)))));
    }

    private static List<String> ids(String text) {
        try {
            var ids =
                    Arrays.stream(text.split(",", -1))
                            .map(id -> new PlayerId(id).value())
                            .distinct()
                            .toList();
            if (ids.size() <= BoardLimits.TOGETHER) return ids;
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw Problem.badInput("ids must be 1 to " + BoardLimits.TOGETHER + " ids, and commas");
    }
}
