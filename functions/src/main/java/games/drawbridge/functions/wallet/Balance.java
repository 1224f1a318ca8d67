package games.drawbridge.functions.wallet;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Unit;

/// How much of a unit a player's wallet holds.
///
/// @param owed what the player owes of it; who owes holds nothing
public record Balance(PlayerId player, Unit unit, long amount, long owed) {
    public Balance(PlayerId player, Unit unit, long amount) {
        this(player, unit, amount, 0);
    }
}
