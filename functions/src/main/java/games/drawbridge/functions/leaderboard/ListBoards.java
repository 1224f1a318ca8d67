package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.title.Title;
import java.util.Map;

/// The title's boards.
@Route("GET /v1/leaderboards")
public final class ListBoards extends Endpoint {

    public ListBoards() {
        this(Environment.system());
    }

    /// Needs nothing: the boards are the title's own.
    public ListBoards(Environment environment) {}

    private record Line(BoardId board, String title) {}

    @Override
    protected Reply answer(Request request) {
        var boards =
                Title.TITLE.boards().stream()
                        .map(board -> new Line(board.id(), board.title()))
                        .toList();
        return Reply.ok(Map.of("boards", boards));
    }
}
