package games.drawbridge.functions.membership;

import games.drawbridge.model.clans.ClanId;

/// A clan beside a player's name.
public record Badge(ClanId id, String name, String tag) {}
