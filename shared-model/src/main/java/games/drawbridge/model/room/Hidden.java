package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;

/// What a player is shown of an event that is not for them: nothing, and not whose it was. An event
/// is never left out, for seq has no gaps.
public record Hidden(@JsonValue Map<String, Object> nothing) {
    public static final Hidden NOTHING = new Hidden(Map.of());
}
