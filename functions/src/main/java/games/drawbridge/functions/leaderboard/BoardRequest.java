package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Request;
import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.leaderboard.Cycle;
import games.drawbridge.model.leaderboard.Period;
import games.drawbridge.model.leaderboard.Scope;
import games.drawbridge.model.title.Title;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Which ranking a request is about: `{board}`, `?period=`, `?scope=`.
final class BoardRequest {
    private BoardRequest() {}

    static Board board(Request request) {
        var id = request.path("board", BoardId::new);
        return Title.TITLE.board(id).orElseThrow(() -> Problem.notFound("no such board"));
    }

    static Ranking ranking(Request request, List<Board> boards, Instant now) {
        var id = request.path("board", BoardId::new);
        var board =
                boards.stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("no such board"));
        return new Ranking(board, period(request, board, now), scope(request, board));
    }

    private static Period period(Request request, Board board, Instant now) {
        String asked = request.query("period").orElse(board.cycles().getFirst().name());
        return board.period(asked, now)
                .filter(period -> Ranking.kept(period, now))
                .orElseThrow(() ->
                        Problem.badInput(
                                "period must be "
                                        + board.cycles().stream()
                                                .map(Cycle::name)
                                                .collect(Collectors.joining(", "))
                                        + " or the id of one of their periods"));
    }

    private static String scope(Request request, Board board) {
        String asked = request.query("scope").orElse(Ranking.WORLD);
        boolean country =
                board.scopes().contains(Scope.COUNTRY) && asked.matches("country:[A-Z]{2}");
        boolean clan = board.scopes().contains(Scope.CLAN) && asked.equals(Ranking.CLAN);
        if (asked.equals(Ranking.WORLD) || country || clan) return asked;
        throw Problem.badInput("scope must be one of this board's: world, country:DE or clan");
    }
}
