package games.drawbridge.functions.market;

import java.time.Duration;

/// Of the calls about the market, each limit with its unit and reason.
final class MarketCallLimits {
    /// How long an answer is kept under its key: a day is promised, a second one covers every
    /// clock.
    static final Duration KEY = Duration.ofDays(2);

    /// How long a closed offer and what was paid stay: a season.
    static final Duration CLOSED = Duration.ofDays(90);

    /// How long the count of a day is kept: until no clock is in that day any more.
    static final Duration COUNT = Duration.ofDays(2);

    /// Parts of the list of what ends, so that no part of it is hot.
    static final int PARTS = 8;

    /// Offers given back by one sweep of one part; the next one comes in a minute.
    static final int SWEEP = 50;

    /// Trades of one player that wait.
    static final int TRADES = 20;

    /// Hexadecimal digits of an offer's id.
    static final int ID_DIGITS = 32;

    /// Characters of a unit.
    static final int UNIT = 140;

    private MarketCallLimits() {}
}
