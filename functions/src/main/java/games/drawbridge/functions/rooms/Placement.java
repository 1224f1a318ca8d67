package games.drawbridge.functions.rooms;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.model.room.RoomId;
import java.util.Comparator;
import java.util.List;

/// Chooses a room's owner: each room ranks the nodes in an order of its own (rendezvous hashing),
/// so that a lost node's rooms spread over all others, and of the first two the emptier one wins,
/// so that no node is hot.
final class Placement {
    private static final int CANDIDATES = 2;

    private Placement() {}

    /// @throws Problem 503 `no-node` when no node takes rooms
    static Node choose(RoomId room, List<Node> alive) {
        return alive.stream()
                .filter(node -> !node.draining())
                .sorted(Comparator.comparing(node -> Digest.sha256(room + " " + node.id())))
                .limit(CANDIDATES)
                .min(Comparator.comparingLong(Node::rooms))
                .orElseThrow(() -> Problem.unavailable("no-node", "no realtime node is free"));
    }
}
