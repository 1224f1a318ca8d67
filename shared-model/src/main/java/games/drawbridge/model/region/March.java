package games.drawbridge.model.region;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Troops under way.
///
/// @param id counts up in its region
/// @param startedAt milliseconds since 1970
/// @param arrivesAt milliseconds since 1970
/// @param beyond where it goes on to, when `to` is the border; absent: nowhere
@JsonInclude(JsonInclude.Include.NON_NULL)
public record March(
        long id,
        PlayerId by,
        At from,
        At to,
        int troops,
        long startedAt,
        long arrivesAt,
        @Nullable Beyond beyond) {
    March(long id, PlayerId by, At from, At to, int troops, long startedAt, long arrivesAt) {
        this(id, by, from, to, troops, startedAt, arrivesAt, null);
    }

    /// The cells from which it is seen.
    Set<String> cells() {
        return from.cellsTo(to);
    }

    /// Its name among a cell's values: it may be seen from several.
    String key(String cell) {
        return "march:" + id + "@" + cell;
    }
}
