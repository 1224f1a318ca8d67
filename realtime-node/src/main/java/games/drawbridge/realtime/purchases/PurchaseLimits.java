package games.drawbridge.realtime.purchases;

import java.time.Duration;

/// How soon a purchase is heard of, and how long it is remembered.
public final class PurchaseLimits {
    /// Between two looks: half of the second in which a room hears of it.
    public static final Duration EVERY = Duration.ofMillis(500);

    /// How far back a look goes: a row's time is its writer's, and it may stand there as long after
    /// that as a function tries to write it. What was read before is read again, so it is not more.
    static final Duration BACK = Duration.ofSeconds(10);

    /// How long one is remembered here: longer than a room is without an owner.
    static final Duration MEMORY = Duration.ofMinutes(2);

    private PurchaseLimits() {}
}
