package games.drawbridge.realtime.load;

import java.time.Duration;

/// The limits of a node's load, each with its unit and reason.
public final class LoadLimits {
    /// Between two readings.
    public static final Duration EVERY = Duration.ofMillis(500);

    /// Readings that the share is taken over, with the time between them some 4 s: a burst passes,
    /// a crowd does not.
    static final int WINDOW = 9;

    /// Percent of the loops' time. Beyond it the node takes no new rooms: a busy half leaves the
    /// other half for what its rooms still grow.
    static final int NO_NEW_ROOMS = 50;

    /// Percent. Beyond it nobody comes in by ticket whose room is not open yet: opening costs more
    /// than playing. Above the first limit, because a room that is placed here has no other node.
    static final int NO_OPENING = 70;

    /// Percent. Beyond it nobody comes in by ticket at all; queues, and so latency, begin to grow
    /// from here.
    static final int NO_NEW_SOCKETS = 85;

    /// Percent of the bound at which sockets are turned away before their upgrade: the room between
    /// is for those who come back.
    static final int FULL_HOUSE = 125;

    private LoadLimits() {}
}
