package games.drawbridge.model.leaderboard.tree;

/// What an inner node knows of a node below it.
///
/// @param low no key below is less, but for the first child, which takes all that are
/// @param count keys below
/// @param slot which of the node's two rows is the one
public record Child(Key low, long count, int slot) {}
