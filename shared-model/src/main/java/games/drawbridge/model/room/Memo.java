package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that a room's log has come to, as data: from it and the entries after it the room
/// goes on as if it had read the whole log.
///
/// @param state the rules' own
/// @param seats in the order they sat down
/// @param lastMoves the newest move id of each who sits and has moved
/// @param gaps of those, which ids before it were not applied; see [MoveIds]
/// @param timers when each rings, milliseconds since 1970
/// @param turns how many entries there were; the dice depend on it
/// @param purchases lately made something of, the oldest first; absent: none
/// @param notes the same
public record Memo<S>(
        Cause.Opened opened,
        S state,
        List<PlayerId> seats,
        Map<PlayerId, Long> lastMoves,
        @Nullable Map<PlayerId, Long> gaps,
        Map<String, Long> timers,
        long seq,
        long turns,
        boolean over,
        @Nullable List<String> purchases,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> notes) {

    /// The same with the state in another form.
    public <T> Memo<T> with(T other) {
        return new Memo<>(
                opened, other, seats, lastMoves, gaps, timers, seq, turns, over, purchases, notes);
    }
}
