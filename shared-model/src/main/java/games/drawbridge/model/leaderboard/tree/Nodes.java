package games.drawbridge.model.leaderboard.tree;

import java.util.Collection;
import java.util.Map;

/// Where nodes are read from.
public interface Nodes {

    /// All of them at once: one round trip.
    Map<NodeName, Node> read(Collection<NodeName> names);
}
