package games.drawbridge.model.clans;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A clan, as everybody may see it.
///
/// @param tag its short name, upper case
/// @param motto what it says of itself; may be empty
/// @param country ISO 3166-1, two letters; absent: any
/// @param language of BCP 47, the first part alone
/// @param level that its members should have reached; what a level is, the title says
/// @param size members it has
/// @param activeAt about when somebody of it did something
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Clan(
        ClanId id,
        String name,
        String tag,
        String motto,
        Admission admission,
        @Nullable String country,
        String language,
        int level,
        PlayerId leader,
        int size,
        Instant createdAt,
        Instant activeAt) {

    public boolean full() {
        return size >= ClanLimits.MEMBERS;
    }
}
