package games.drawbridge.functions.leaderboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.leaderboard.Cycle;
import games.drawbridge.model.leaderboard.Period;
import games.drawbridge.model.title.Title;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The title's boards, and which periods of theirs are open.
@Route("GET /v1/leaderboards")
public final class ListBoards extends Endpoint {
    private final InstantSource clock = InstantSource.system();

    public ListBoards() {
        this(Environment.system());
    }

    /// Needs nothing: the boards are the title's own.
    public ListBoards(Environment environment) {}

    /// @param better `higher` or `lower`
    /// @param source `rooms`, or `clients` where players' own programs report and may lie
    private record Line(
            BoardId board,
            String title,
            String rule,
            String better,
            String source,
            List<String> scopes,
            List<Open> periods) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Open(String cycle, String period, @Nullable Instant until) {}

    @Override
    protected Reply answer(Request request) {
        return Reply.ok(Map.of("boards", Title.TITLE.boards().stream().map(this::line).toList()));
    }

    private Line line(Board board) {
        return new Line(
                board.id(),
                board.title(),
                lower(board.rule()),
                lower(board.order()),
                board.open().isPresent() ? "clients" : "rooms",
                board.scopes().stream().sorted().map(ListBoards::lower).toList(),
                board.cycles().stream().flatMap(cycle -> open(cycle).stream()).toList());
    }

    private List<Open> open(Cycle cycle) {
        return cycle.at(clock.instant()).stream()
                .map(period -> new Open(cycle.name(), period.id(), until(period)))
                .toList();
    }

    private static @Nullable Instant until(Period period) {
        return period.ends() ? period.until() : null;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
