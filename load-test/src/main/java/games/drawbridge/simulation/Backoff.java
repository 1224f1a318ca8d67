package games.drawbridge.simulation;

import java.time.Duration;

/// How long a client waits before it tries again: longer each time, with full jitter.
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration MOST = Duration.ofSeconds(5);

    private final Dice dice;
    private Duration most = FIRST;

    Backoff(Dice dice) {
        this.dice = dice;
    }

    Duration next() {
        var now = most;
        most = now.compareTo(MOST) < 0 ? now.multipliedBy(2) : MOST;
        return dice.millis(0, now.toMillis());
    }

    void reset() {
        most = FIRST;
    }
}
