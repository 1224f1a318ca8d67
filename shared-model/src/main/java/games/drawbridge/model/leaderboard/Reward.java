package games.drawbridge.model.leaderboard;

import games.drawbridge.model.wallet.Unit;

/// What is paid to whoever has one of these ranks when a period of the cycle is over. Players who
/// share a rank get the same each.
///
/// @param from 1 for the best
/// @param to the last of these ranks
public record Reward(String cycle, long from, long to, Unit unit, long amount) {
    /// Every winner is a transaction and a mail; more than these are a gift to all, which is
    /// another thing.
    public static final long LAST_RANK = 100_000;

    public Reward {
        if (from < 1 || to < from || to > LAST_RANK)
            throw new IllegalArgumentException("ranks " + from + " to " + to);
        if (amount < 1) throw new IllegalArgumentException("a reward of " + amount);
    }

    public boolean covers(long rank) {
        return rank >= from && rank <= to;
    }
}
