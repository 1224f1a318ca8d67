package games.drawbridge.model.room;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.rating.Skill;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a player is beside a player, as the join call knew it.
///
/// @param moderates whether they look after what others say
/// @param here whether they do so in their ticket's room only
/// @param silentUntil milliseconds since 1970 until which they may say nothing to others; 0 when
///   they may
/// @param skills how well they play, by mode; not where nothing is known
/// @param blocks of whom they want to hear nothing
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Standing(
        boolean moderates,
        boolean here,
        long silentUntil,
        Map<String, Skill> skills,
        Blocks blocks) {
    public static final Standing PLAYER = new Standing(false, false, 0);

    /// Who said it before skills were known said nothing of them.
    public Standing(
            boolean moderates,
            boolean here,
            long silentUntil,
            @Nullable Map<String, Skill> skills,
            @Nullable Blocks blocks) {
        this.moderates = moderates;
        this.here = here;
        this.silentUntil = silentUntil;
        this.skills = skills == null ? Map.of() : Map.copyOf(skills);
        this.blocks = blocks == null ? Blocks.NONE : blocks;
    }

    public Standing(boolean moderates, boolean here, long silentUntil) {
        this(moderates, here, silentUntil, Map.of(), Blocks.NONE);
    }

    /// The same for who looks after this one room.
    public Standing moderatingHere() {
        return moderates ? this : new Standing(true, true, silentUntil, skills, blocks);
    }

    /// What it is in other rooms than the ticket's.
    public Standing elsewhere() {
        return here ? new Standing(false, false, silentUntil, skills, blocks) : this;
    }

    /// The same for who plays so well.
    public Standing playing(Map<String, Skill> known) {
        return new Standing(moderates, here, silentUntil, known, blocks);
    }

    /// The same for who wants to hear nothing of these.
    public Standing blocking(Blocks some) {
        return new Standing(moderates, here, silentUntil, skills, some);
    }

    public boolean isSilent(Instant now) {
        return now.toEpochMilli() < silentUntil;
    }
}
