package games.drawbridge.model.room;

import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When and by whom something happened, as the log has it.
///
/// @param seq the event's own seq; for a seat taken or left, the newest event's
/// @param by the mover, or who sat down or left; nobody when the room itself did it
public record Stamp(long seq, Instant at, @Nullable PlayerId by) {

    /// Who did it.
    ///
    /// @throws IllegalStateException when the room itself did it
    public PlayerId player() {
        if (by == null) throw new IllegalStateException("the room itself did it");
        return by;
    }
}
