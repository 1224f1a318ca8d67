package games.drawbridge.model.fleet;

import games.drawbridge.model.room.NodeId;

/// What is done about a fleet now; the next one a minute later.
public sealed interface Step {

    /// Lets a node run in this slot.
    record Start(NodeId node) implements Step {}

    /// Tells the node to give its rooms away.
    record Drain(NodeId node) implements Step {}

    /// Ends the node, which has no rooms any more.
    record Stop(NodeId node) implements Step {}

    /// Nothing.
    record Stay(Why why) implements Step {}

    /// Why nothing is done.
    enum Why {
        /// The fleet is as big as it should be.
        FITS,
        /// What was begun is not done yet.
        WAITS,
        /// It should grow, and all slots are in use: somebody has to add some.
        EXHAUSTED
    }
}
