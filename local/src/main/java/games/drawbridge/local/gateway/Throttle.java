package games.drawbridge.local.gateway;

import games.drawbridge.local.template.HttpApi;
import java.time.InstantSource;

/// A bucket of calls that fills steadily.
final class Throttle {
    private final HttpApi.Rate rate;
    private final InstantSource clock;
    private double left;
    private long filledAt;

    Throttle(HttpApi.Rate rate, InstantSource clock) {
        this.rate = rate;
        this.clock = clock;
        this.left = rate.burst();
        this.filledAt = clock.millis();
    }

    /// Whether one more call may pass.
    synchronized boolean admits() {
        long now = clock.millis();
        left = Math.min(rate.burst(), left + (now - filledAt) * rate.steady() / 1000);
        filledAt = now;
        if (left < 1) return false;
        left--;
        return true;
    }
}
