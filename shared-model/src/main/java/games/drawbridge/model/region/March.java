package games.drawbridge.model.region;

import games.drawbridge.model.player.PlayerId;
import java.util.Set;

/// Troops under way.
///
/// @param id counts up in its region
/// @param startedAt milliseconds since 1970
/// @param arrivesAt milliseconds since 1970
public record March(
        long id, PlayerId by, At from, At to, int troops, long startedAt, long arrivesAt) {

    /// The cells from which it is seen.
    Set<String> cells() {
        return from.cellsTo(to);
    }

    /// Its name among a cell's values: it may be seen from several.
    String key(String cell) {
        return "march:" + id + "@" + cell;
    }
}
