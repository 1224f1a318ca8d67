package games.drawbridge.functions.leaderboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.http.Shared;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.leaderboard.Place;
import games.drawbridge.model.title.Title;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A page of a board, best first. It is the same for everybody, and may be kept for seconds.
@Route("GET /v1/leaderboards/{board}")
public final class GetBoard extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final Standings standings;
    private final BoardNames names;

    public GetBoard() {
        this(Environment.system());
    }

    public GetBoard(Environment environment) {
        var aws = new Aws(environment);
        standings = new Standings(aws);
        names = new BoardNames(aws);
    }

    /// @param of how many entries the ranking has
    /// @param asOf when it last changed: every score that was folded by then is in it
    /// @param until when the period ends; absent: never
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Listing(
            BoardId board,
            String period,
            String scope,
            long of,
            Instant asOf,
            @Nullable Instant until,
            List<BoardEntry> entries,
            @Nullable String next) {}

    @Override
    protected Reply answer(Request request) {
        var ranking = BoardRequest.ranking(request, Title.TITLE.boards(), clock.instant());
        var page = request.page("board " + ranking);
        var order = ranking.board().order();
        var after = Optional.ofNullable(page.after()).map(text -> order.key(place(text)));
        var listing =
                standings.read(
                        ranking,
                        List.of(),
                        view -> {
                            var lines = view.page(after, page.toRead());
                            return new Listing(
                                    ranking.board().id(),
                                    ranking.period().id(),
                                    ranking.scope(),
                                    view.of(),
                                    view.asOf(clock.instant()),
                                    ranking.period().ends() ? ranking.period().until() : null,
                                    names.entries(ranking, page.of(lines)),
                                    page.next(lines, line -> text(line.place())));
                        });
        return Shared.reply(request, JsonText.write(listing), BoardLimits.PAGE_AGE);
    }

    private static String text(Place place) {
        return place.score() + " " + place.at() + " " + place.who();
    }

    private static Place place(String text) {
        String[] parts = text.split(" ", -1);
        return new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }
}
