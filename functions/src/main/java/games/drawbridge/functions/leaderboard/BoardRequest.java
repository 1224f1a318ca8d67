package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Request;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.title.Title;

/// Which board, and which period of it, a request is about.
record BoardRequest(BoardId board, String period) {
    /// So far scores are kept for all time and nothing else.
    private static final String ALL = "all";

    static BoardRequest of(Request request) {
        var board = request.path("board", BoardId::new);
        if (Title.TITLE.board(board).isEmpty()) throw Problem.notFound("no such board");
        String period = request.query("period").orElse(ALL);
        if (!period.equals(ALL)) throw Problem.badInput("period must be " + ALL);
        return new BoardRequest(board, period);
    }
}
