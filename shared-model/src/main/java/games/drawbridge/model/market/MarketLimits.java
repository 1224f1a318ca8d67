package games.drawbridge.model.market;

import java.time.Duration;

/// Of the market, each limit with its unit and reason.
public final class MarketLimits {
    /// The highest price of one offer: far below where sums overflow.
    public static final long PRICE = 1_000_000_000;

    /// Pieces of one offer: one stack.
    public static final int PIECES = 1_000;

    /// The longest life of an offer: what nobody wants in a week has the wrong price.
    public static final Duration LONGEST = Duration.ofDays(7);

    /// Sales that bound a price: enough to be no accident.
    public static final int LATELY = 20;

    /// With fewer sales anything may be asked: nobody knows yet what it is worth.
    public static final int ENOUGH = 5;

    /// How long a trade waits for the other player.
    public static final Duration TRADE = Duration.ofDays(1);

    /// Kinds of goods and currencies on one side of a trade: every one is rows of one transaction.
    public static final int SIDE = 5;

    private MarketLimits() {}
}
