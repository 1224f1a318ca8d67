package games.drawbridge.functions.rooms;

import games.drawbridge.functions.http.Problem;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.RoomId;
import java.util.List;
import java.util.Optional;

/// Chooses a room's owner.
final class Placement {
    private Placement() {}

    /// The next owner of a room.
    ///
    /// @throws Problem 503 `no-node` when no node takes it
    static Candidate choose(Room room, List<Node> alive) {
        return best(room, alive).orElseThrow(Placement::none);
    }

    /// The first owner of a room.
    ///
    /// @param version of the kind's rules that the room is made for
    /// @throws Problem 503 `no-node` when no node takes it
    static Candidate choose(RoomId room, String kind, int version, List<Node> alive) {
        return Candidate.best(room, kind, version, candidates(alive)).stream()
                .findFirst()
                .orElseThrow(Placement::none);
    }

    /// The next owner of a room; empty when no node takes it.
    static Optional<Candidate> best(Room room, List<Node> alive) {
        var nodes = candidates(alive);
        return Candidate.heirs(room.id(), room.kind(), room.owner().version(), nodes).stream()
                .findFirst();
    }

    private static List<Candidate> candidates(List<Node> alive) {
        return alive.stream().map(Node::candidate).toList();
    }

    private static Problem none() {
        return Problem.unavailable("no-node", "no realtime node takes this room now");
    }
}
