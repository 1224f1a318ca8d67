package games.drawbridge.model.fleet;

/// When a fleet grows and shrinks, each with its unit and reason.
public final class FleetLimits {
    /// Percent that its nodes are busy, on average. A node takes no new rooms beyond 50: the next
    /// one is there before that.
    static final int GROW = 40;

    /// Percent that those who stay would be busy. Far below [#GROW], so that what was taken away is
    /// not wanted back at once.
    static final int SHRINK = 20;

    /// Nodes that may be on their way at once: one that never comes must not keep the fleet small.
    static final int ON_THEIR_WAY = 2;

    private FleetLimits() {}
}
