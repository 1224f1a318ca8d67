package games.drawbridge.model.wallet;

import games.drawbridge.model.player.PlayerId;

/// Where a player's wallet keeps one unit: what they hold of it, and what they owe.
///
/// @param unit never a debt, which stands in the pocket of the unit that is owed
public record Pocket(PlayerId player, Unit unit) {

    /// @throws IllegalArgumentException when the unit is a debt
    public Pocket {
        if (unit.isDebt()) throw new IllegalArgumentException("no pocket of its own: " + unit);
    }
}
