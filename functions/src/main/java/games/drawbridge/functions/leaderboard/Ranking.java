package games.drawbridge.functions.leaderboard;

import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.leaderboard.Period;
import java.time.Instant;
import java.util.Optional;

/// One order of places: a board's, for a period, within a scope.
///
/// @param scope `world`, `clan`, or `country:DE`
record Ranking(Board board, Period period, String scope) {
    static final String WORLD = "world";
    static final String CLAN = "clan";
    static final String COUNTRY = "country:";

    static Ranking world(Board board, Period period) {
        return new Ranking(board, period, WORLD);
    }

    static Ranking country(Board board, Period period, String country) {
        return new Ranking(board, period, COUNTRY + country);
    }

    /// Whose scores it ranks.
    Group group() {
        return new Group(board, period, scope.equals(CLAN));
    }

    /// The country that it ranks; empty when it ranks all.
    Optional<String> country() {
        return scope.startsWith(COUNTRY)
                ? Optional.of(scope.substring(COUNTRY.length()))
                : Optional.empty();
    }

    /// When its rows may go, in seconds since 1970; empty when they stay.
    Optional<Long> expires() {
        return expires(period);
    }

    static Optional<Long> expires(Period period) {
        return period.ends()
                ? Optional.of(period.until().plus(BoardLimits.KEPT).getEpochSecond())
                : Optional.empty();
    }

    static boolean kept(Period period, Instant now) {
        return expires(period).map(until -> until > now.getEpochSecond()).orElse(true);
    }

    /// As in the keys of rows.
    @Override
    public String toString() {
        return board.id() + "#" + period.id() + "#" + scope;
    }
}
