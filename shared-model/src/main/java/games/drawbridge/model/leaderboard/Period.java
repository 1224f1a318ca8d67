package games.drawbridge.model.leaderboard;

import java.time.Instant;

/// A stretch of time for which a board ranks by itself.
///
/// @param id names it on its board: `weekly-2026-11-23`
/// @param from its first moment
/// @param until the first moment behind it; of what never ends, the last there is
public record Period(String id, Instant from, Instant until) {

    public boolean ends() {
        return until.isBefore(Instant.MAX);
    }

    /// Whether it takes no more scores, not even late ones.
    public boolean closed(Instant now) {
        return ends() && !now.isBefore(until.plus(Board.GRACE));
    }
}
