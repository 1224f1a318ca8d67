package games.drawbridge.realtime.socket;

import games.drawbridge.model.wire.WireLimits;

/// What a player may still move: a token bucket, one for all sockets of the player on this node.
/// Times are nanoseconds of a monotonic clock. Any thread.
final class Allowance {
    private static final long SECOND = 1_000_000_000;
    private static final long PER_MOVE = SECOND / WireLimits.RATE;

    private long emptyAt;

    Allowance(long now) {
        emptyAt = now - WireLimits.BURST * PER_MOVE;
    }

    /// Takes one move's allowance.
    ///
    /// @return 0 when it was there; else after how many milliseconds it will be
    synchronized long move(long now) {
        long full = now - WireLimits.BURST * PER_MOVE;
        long after = Math.max(emptyAt, full) + PER_MOVE;
        if (after > now) return (after - now + SECOND / 1_000 - 1) / (SECOND / 1_000);
        emptyAt = after;
        return 0;
    }

    /// Whether a new one would be the same.
    synchronized boolean isFull(long now) {
        return emptyAt <= now - WireLimits.BURST * PER_MOVE;
    }
}
