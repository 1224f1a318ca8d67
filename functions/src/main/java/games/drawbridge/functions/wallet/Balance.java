package games.drawbridge.functions.wallet;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Unit;

/// How much of a unit a player's wallet holds.
public record Balance(PlayerId player, Unit unit, long amount) {}
