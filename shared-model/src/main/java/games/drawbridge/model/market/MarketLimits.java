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

    /// Offers of a good that its watchers see, the cheapest: more than a screen shows, and with
    /// what is told of each a third of what a client may be sent at once.
    public static final int SHOWN = 50;

    /// Offers of which a shelf remembers that they are over: as many as may go between two looks.
    static final int CLOSED = 50;

    /// Players who watch one good: each second with a change costs a frame for each of them.
    static final int WATCHERS = 20_000;

    /// How long a watcher's seat is kept: who comes back is shown what there is.
    static final Duration HOLD = Duration.ofSeconds(30);

    private MarketLimits() {}
}
