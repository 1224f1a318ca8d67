package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One player's rank on a board, and who stands around.
@Route("GET /v1/leaderboards/{board}/players/{id}")
public final class GetRank extends Endpoint {
    private final InstantSource clock = InstantSource.system();
    private final BoardTable boards;
    private final ProfileTable profiles;

    public GetRank() {
        this(Environment.system());
    }

    public GetRank(Environment environment) {
        var aws = new Aws(environment);
        boards = new BoardTable(aws, new SecureRandom());
        profiles = new ProfileTable(aws);
    }

    /// @param of how many entries the board has
    private record Answer(long rank, long score, long of, Instant asOf, List<BoardEntry> around) {}

    @Override
    protected Reply answer(Request request) {
        var board = BoardRequest.of(request).board();
        var player = request.path("id", PlayerId::new);
        int around =
                (int) request.query("around", BoardLimits.USUAL_AROUND, 0, BoardLimits.MOST_AROUND);
        var own =
                boards.find(board, player)
                        .orElseThrow(
                                () -> new Problem(404, "not-ranked", "no entry on this board"));
        var entries = entries(board, window(board, own, around));
        long rank =
                entries.stream()
                        .filter(entry -> entry.playerId().equals(player))
                        .mapToLong(BoardEntry::rank)
                        .findFirst()
                        .orElseThrow();
        return Reply.ok(
                new Answer(rank, own.score(), boards.size(board), clock.instant(), entries));
    }

    /// The index follows the entries a moment later and may still have this player elsewhere.
    private List<Place> window(BoardId board, Place own, int around) {
        var places = new ArrayList<Place>();
        if (around > 0) {
            places.addAll(boards.above(board, own, around));
            places.addAll(boards.below(board, own.text(), around));
            places.removeIf(place -> place.player().equals(own.player()));
        }
        places.add(own);
        places.sort(Comparator.comparing(Place::text));
        return places;
    }

    private List<BoardEntry> entries(BoardId board, List<Place> places) {
        var first = places.getFirst();
        return BoardEntry.ranked(
                places,
                boards.better(board, first.score()),
                boards.ties(board, first),
                profiles.names(places.stream().map(Place::player).toList()));
    }
}
