package games.drawbridge.replay;

import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Blocks;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.RoomState;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows a film: each entry, and under it the state that it led to.
///
/// @param viewer whose eyes to see with; nobody's: an operator's, who sees all
record Screening(PrintWriter out, @Nullable PlayerId viewer) {
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /// @param to seq of the last event to show
    <S, M, E> void show(Film<S, M, E> film, long to) {
        var room = film.room();
        step(room, 1, film.opening().cause(), film.opening().when(), 0, List.of());
        for (var frame : film.frames()) {
            Entry<E> entry = frame.entry();
            if (!entry.events().isEmpty() && entry.firstSeq() > to) break;
            room.apply(entry);
            step(room, frame.epoch(), entry.cause(), entry.when(), entry.seq(), entry.events());
            if (entry.seq() > to) break;
        }
        out.printf("%s at seq %d%n", room.over() ? "over" : "goes on", room.seq());
    }

    private <E> void step(
            RoomState<?, ?, E> room,
            long epoch,
            Cause cause,
            Instant at,
            long seq,
            List<E> events) {
        out.printf("%6d  %s  epoch %d  %s%n", seq, TIME.format(at), epoch, words(cause));
        long first = seq - events.size() + 1;
        for (int n = 0; n < events.size(); n++)
            out.printf("%16s %d  %s%n", "event", first + n, text(seen(room, events.get(n))));
        out.printf("%16s    %s%n", "state", text(seen(room)));
    }

    private <E> Object seen(RoomState<?, ?, E> room, E event) {
        return viewer == null ? event : room.show(event, viewer);
    }

    private Object seen(RoomState<?, ?, ?> room) {
        return viewer == null ? room.state() : room.view(viewer, Blocks.NONE);
    }

    private static String text(Object value) {
        return JsonText.write(value);
    }

    static String words(Cause cause) {
        return switch (cause) {
            case Cause.Opened(var by, var kind, var settings, _) ->
                    by + " opens " + kind + " " + text(settings);
            case Cause.Sat(var by, _) -> by + " sits down";
            case Cause.Left(var by) -> by + " leaves";
            case Cause.Moved(var by, var id, _) -> by + " makes move " + id;
            case Cause.Rang(var timer) -> "the timer " + timer + " rings";
            case Cause.Closed(var operator, var why) -> operator + " closes the room: " + why;
            case Cause.Told(var from, _, var returned) ->
                    returned ? from + " cannot be told" : from + " tells something";
            case Cause.Bought(var by, _, var goods) -> by + " has bought " + text(goods);
        };
    }
}
