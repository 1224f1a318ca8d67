package games.drawbridge.functions.leaderboard;

/// How much of a board one call may ask for.
final class BoardLimits {
    /// Entries above and below a player when the caller does not say.
    static final int USUAL_AROUND = 5;

    /// Entries above and below a player at most: with the player's own, one batch read of names.
    static final int MOST_AROUND = 49;

    private BoardLimits() {}
}
