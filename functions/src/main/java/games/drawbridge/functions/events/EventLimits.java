package games.drawbridge.functions.events;

import java.time.Duration;

/// Of events, each limit with its unit and reason.
final class EventLimits {
    /// Clans of one round: their groups are one row, which holds 400 KB.
    static final int CLANS = 10_000;

    /// How long one run pays prizes: the next one goes on, and a function has a minute.
    static final Duration RUN = Duration.ofSeconds(40);

    /// How long before the beginning the sign-up closes: what was begun until then is written.
    static final Duration LAST_CALL = Duration.ofSeconds(15);

    /// How long what was of a round is kept: a season.
    static final Duration KEPT = Duration.ofDays(90);

    private EventLimits() {}
}
