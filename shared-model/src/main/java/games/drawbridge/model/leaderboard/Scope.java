package games.drawbridge.model.leaderboard;

/// Within what a board ranks.
public enum Scope {
    /// All players.
    WORLD,
    /// The players of a country, as their profiles had it at their last score.
    COUNTRY,
    /// Clans: what members scored while they were members. Whoever leaves leaves it with the clan.
    CLAN
}
