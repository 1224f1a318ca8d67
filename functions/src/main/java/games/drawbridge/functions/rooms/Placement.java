package games.drawbridge.functions.rooms;

import games.drawbridge.functions.http.Problem;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.RoomId;
import java.util.List;

/// Chooses a room's owner.
final class Placement {
    private Placement() {}

    /// @param version of the kind's rules that the room's log needs
    /// @throws Problem 503 `no-node` when no node takes such rooms
    static Candidate choose(RoomId room, String kind, int version, List<Node> alive) {
        var nodes = alive.stream().map(Node::candidate).toList();
        return Candidate.best(room, kind, version, nodes).stream()
                .findFirst()
                .orElseThrow(() -> Problem.unavailable("no-node", "no realtime node is free"));
    }
}
