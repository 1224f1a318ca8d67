package games.drawbridge.functions.statistics;

/// What the players whom an affiliate brought played in a month.
///
/// @param month in which the games ended, UTC: `2026-10`
/// @param games with one of them at least
/// @param players how often one of them played
/// @param moves of theirs
/// @param seconds that they sat
public record AffiliateGames(
        String month, String kind, long games, long players, long moves, long seconds) {

    AffiliateGames plus(AffiliateGames other) {
        return new AffiliateGames(
                month,
                kind,
                Math.max(games, other.games),
                players + other.players,
                moves + other.moves,
                seconds + other.seconds);
    }
}
