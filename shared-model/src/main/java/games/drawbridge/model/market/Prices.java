package games.drawbridge.model.market;

import java.util.List;

/// What was paid lately for one piece of a good, in millionths.
public record Prices(List<Long> paid) {
    public Prices {
        paid = paid.stream().sorted().toList();
    }

    /// Whether anybody can tell what it is worth.
    public boolean areKnown() {
        return paid.size() >= MarketLimits.ENOUGH;
    }

    /// The one in the middle: a single odd sale does not move it.
    public long median() {
        return paid.get(paid.size() / 2);
    }

    /// The same in whole currency, rounded up.
    public long piece() {
        return Math.ceilDiv(median(), 1_000_000L);
    }

    /// Whether a price is near enough to what was paid lately.
    ///
    /// @param spread so many times as much, or as little, still is
    public boolean allow(long perPiece, long spread) {
        return !areKnown()
                || (perPiece <= Math.multiplyExact(median(), spread)
                        && perPiece >= median() / spread);
    }
}
