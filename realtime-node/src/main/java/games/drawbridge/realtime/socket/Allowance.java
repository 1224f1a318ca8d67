package games.drawbridge.realtime.socket;

import games.drawbridge.model.wire.WireLimits;

/// What a player may still send: a token bucket for moves, and a count of all frames to tell abuse.
/// Times are nanoseconds of a monotonic clock. One thread at a time.
final class Allowance {
    private static final long SECOND = 1_000_000_000;
    private static final long PER_MOVE = SECOND / WireLimits.RATE;

    /// Frames in [WireLimits#ABUSE] that nobody sends by accident: three times the rate.
    private static final long ABUSIVE = 3 * WireLimits.RATE * WireLimits.ABUSE.toSeconds();

    private long emptyAt;
    private long windowFrom;
    private long framesBefore;
    private long frames;

    Allowance(long now) {
        emptyAt = now - WireLimits.BURST * PER_MOVE;
        windowFrom = now;
    }

    /// Takes one move's allowance.
    ///
    /// @return 0 when it was there; else after how many milliseconds it will be
    long move(long now) {
        long full = now - WireLimits.BURST * PER_MOVE;
        long after = Math.max(emptyAt, full) + PER_MOVE;
        if (after > now) return (after - now + SECOND / 1_000 - 1) / (SECOND / 1_000);
        emptyAt = after;
        return 0;
    }

    /// Counts one frame of any type.
    ///
    /// @return true when there are so many that it is abuse
    boolean isAbuse(long now) {
        long length = WireLimits.ABUSE.toNanos();
        if (now - windowFrom >= length) {
            framesBefore = now - windowFrom < 2 * length ? frames : 0;
            frames = 0;
            windowFrom = now;
        }
        frames++;
        long passed = now - windowFrom;
        return framesBefore * (length - passed) / length + frames > ABUSIVE;
    }
}
