package games.drawbridge.model.region;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import org.jspecify.annotations.Nullable;

/// What one region tells another about troops that cross the border between them.
///
/// @param side by which they leave
/// @param home the tile that they come from, in the region that they left
/// @param exit where they left it
/// @param to the tile that they want to, in the region that they come into
/// @param why they are sent back; absent on their way there
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Crossing(
        PlayerId by, Side side, At home, At exit, At to, int troops, @Nullable String why) {
    Crossing back(String reason) {
        return new Crossing(by, side, home, exit, to, troops, reason);
    }
}
