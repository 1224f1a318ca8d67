package games.drawbridge.realtime.socket;

import games.drawbridge.model.wire.WireLimits;

/// Counts all frames of one socket, to tell abuse. Times are nanoseconds of a monotonic clock. One
/// thread at a time.
final class Flood {
    /// Frames in [WireLimits#ABUSE] that nobody sends by accident: three times the rate.
    private static final long ABUSIVE = 3 * WireLimits.RATE * WireLimits.ABUSE.toSeconds();

    private long windowFrom;
    private long framesBefore;
    private long frames;

    Flood(long now) {
        windowFrom = now;
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
