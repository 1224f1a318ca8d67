package games.drawbridge.functions.rating;

/// How much is told of a player's skill.
final class RatingLimits {
    /// Modes of one player that are told: each is some twenty bytes of every ticket.
    static final int MODES = 20;

    private RatingLimits() {}
}
