package games.drawbridge.model.region;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;

/// A tile that somebody owns.
///
/// @param troops who stand there
/// @param base whether it is its owner's base
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Tile(PlayerId owner, int troops, boolean base) {

    Tile with(int moreTroops) {
        return new Tile(owner, troops + moreTroops, base);
    }

    /// After troops of somebody have come, who may be its owner or not.
    Tile reachedBy(PlayerId comer, int strength) {
        if (comer.equals(owner)) return with(strength);
        return strength > troops ? new Tile(comer, strength - troops, false) : with(-strength);
    }
}
