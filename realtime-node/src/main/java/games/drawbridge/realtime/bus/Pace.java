package games.drawbridge.realtime.bus;

/// Whether the server goes on taking what it is given. Times are nanoseconds of a monotonic clock.
final class Pace {
    private int waiting;
    private long movedAt;

    synchronized void begins(long now) {
        if (waiting++ == 0) movedAt = now;
    }

    synchronized void ends(long now) {
        waiting--;
        movedAt = now;
    }

    /// Whether something waits, and nothing has been taken for too long.
    synchronized boolean isHeld(long now) {
        return waiting > 0 && now - movedAt > BusLimits.PATIENCE.toNanos();
    }
}
