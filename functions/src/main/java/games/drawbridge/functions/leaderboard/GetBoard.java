package games.drawbridge.functions.leaderboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Page;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.leaderboard.BoardId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a board, best first.
@Route("GET /v1/leaderboards/{board}")
public final class GetBoard extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final BoardTable boards;
    private final ProfileTable profiles;

    public GetBoard() {
        this(Environment.system());
    }

    public GetBoard(Environment environment) {
        var aws = new Aws(environment);
        boards = new BoardTable(aws, new SecureRandom());
        profiles = new ProfileTable(aws);
    }

    /// @param of how many entries the board has
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Listing(
            BoardId board,
            String period,
            long of,
            Instant asOf,
            List<BoardEntry> entries,
            @Nullable String next) {}

    @Override
    protected Reply answer(Request request) {
        var asked = BoardRequest.of(request);
        var board = asked.board();
        var page = request.page("board " + board + " " + asked.period());
        var read =
                page.after() == null
                        ? boards.top(board, page.toRead())
                        : boards.below(board, page.after(), page.toRead());
        return Reply.ok(
                new Listing(
                        board,
                        asked.period(),
                        boards.size(board),
                        clock.instant(),
                        entries(board, page, page.of(read)),
                        page.next(read, Place::text)));
    }

    private List<BoardEntry> entries(BoardId board, Page page, List<Place> places) {
        if (places.isEmpty()) return List.of();
        var first = places.getFirst();
        boolean top = page.after() == null;
        return BoardEntry.ranked(
                places,
                top ? 0 : boards.better(board, first.score()),
                top ? 0 : boards.ties(board, first),
                profiles.names(places.stream().map(Place::player).toList()));
    }
}
