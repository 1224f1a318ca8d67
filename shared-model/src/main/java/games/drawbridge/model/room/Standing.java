package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/// What a player is beside a player, as the join call knew it.
///
/// @param moderates whether they look after what others say
/// @param silentUntil milliseconds since 1970 until which they may say nothing to others; 0 when
///   they may
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Standing(boolean moderates, long silentUntil) {
    public static final Standing PLAYER = new Standing(false, 0);
    public static final Standing MODERATOR = new Standing(true, 0);

    public boolean isSilent(Instant now) {
        return now.toEpochMilli() < silentUntil;
    }
}
