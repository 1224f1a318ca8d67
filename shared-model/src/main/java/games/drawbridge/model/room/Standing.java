package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/// What a player is beside a player, as the join call knew it.
///
/// @param moderates whether they look after what others say
/// @param here whether they do so in their ticket's room only
/// @param silentUntil milliseconds since 1970 until which they may say nothing to others; 0 when
///   they may
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Standing(boolean moderates, boolean here, long silentUntil) {
    public static final Standing PLAYER = new Standing(false, false, 0);

    /// The same for who looks after this one room.
    public Standing moderatingHere() {
        return moderates ? this : new Standing(true, true, silentUntil);
    }

    /// What it is in other rooms than the ticket's.
    public Standing elsewhere() {
        return here ? new Standing(false, false, silentUntil) : this;
    }

    public boolean isSilent(Instant now) {
        return now.toEpochMilli() < silentUntil;
    }
}
