package games.drawbridge.model.leaderboard;

/// What becomes of a further score of the same player.
public enum Rule {
    /// The better one stays, with the moment when it was first reached.
    BEST,
    /// The later one stays.
    LAST,
    /// They add up.
    SUM
}
