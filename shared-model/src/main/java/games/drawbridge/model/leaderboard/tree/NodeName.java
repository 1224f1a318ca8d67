package games.drawbridge.model.leaderboard.tree;

/// Where a node is.
///
/// @param level 0 for leaves
/// @param low its lowest key, for ever
/// @param slot 0 or 1
public record NodeName(int level, Key low, int slot) {}
