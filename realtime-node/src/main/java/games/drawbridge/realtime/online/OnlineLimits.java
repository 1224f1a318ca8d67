package games.drawbridge.realtime.online;

import java.time.Duration;

/// How soon it is written down who is connected.
public final class OnlineLimits {
    /// Between two looks: what a friend is shown is at most so old, and what one write takes.
    public static final Duration EVERY = Duration.ofSeconds(1);

    /// Rows of one look: when a whole node's players come back at once, it takes some looks.
    static final int ROWS = 500;

    /// How long a row stays of which its node says nothing any more, because it died.
    static final Duration KEPT = Duration.ofDays(2);

    /// Rooms that are told of one player.
    public static final int ROOMS = 5;

    private OnlineLimits() {}
}
