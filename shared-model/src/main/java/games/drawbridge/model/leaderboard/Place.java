package games.drawbridge.model.leaderboard;

/// Where an entry stands on its board: by score, then by who had it first, then by id.
///
/// @param at when the score was reached, in milliseconds since 1970
/// @param who a player, or a clan where clans are ranked
public record Place(long score, long at, String who) {}
