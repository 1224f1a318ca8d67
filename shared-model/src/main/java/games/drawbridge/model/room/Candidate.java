package games.drawbridge.model.room;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A node that might own a room, as its row says.
///
/// @param generation new in each life of the node
/// @param rooms how many it owns
/// @param kinds what it knows of each kind; nothing when it does not say, and then it knows every
///   kind at its first version
public record Candidate(
        NodeId node,
        String generation,
        long rooms,
        State state,
        @Nullable Map<String, Versions> kinds) {
    private static final int MOST = 3;

    public Candidate {
        kinds = kinds == null ? null : Map.copyOf(kinds);
    }

    /// What the node knows of a kind; empty when it does not have it.
    public Optional<Versions> versions(String kind) {
        return kinds == null ? Optional.of(Versions.FIRST) : Optional.ofNullable(kinds.get(kind));
    }

    /// What a node says of itself.
    public enum State {
        OK,
        /// So busy that it takes no new rooms; those that are there already must live somewhere.
        FULL,
        /// It leaves.
        DRAIN;

        /// As it stands in the node's row.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// As it stands in the node's row. What this release does not know takes no rooms.
        public static State of(String text) {
            return switch (text) {
                case "ok" -> OK;
                case "full" -> FULL;
                default -> DRAIN;
            };
        }
    }

    private boolean knows(String kind, int version) {
        return versions(kind).filter(it -> it.include(version)).isPresent();
    }

    /// The nodes that a room which has lost its owner should go to: the best, or else the best of
    /// those that are full.
    ///
    /// @param version of the kind's rules that the room's log needs
    public static List<Candidate> heirs(
            RoomId room, String kind, int version, Collection<Candidate> alive) {
        var best = best(room, kind, version, alive, State.OK);
        return best.isEmpty() ? best(room, kind, version, alive, State.FULL) : best;
    }

    /// The nodes that a new room should go to, the one to choose first; 3 at most. Each room ranks
    /// the nodes in an order of its own (rendezvous hashing), so that a lost node's rooms spread
    /// over all others; of the first two the emptier one comes first, so that no node is hot.
    ///
    /// @param version of the kind's rules that the room's log needs
    public static List<Candidate> best(
            RoomId room, String kind, int version, Collection<Candidate> alive) {
        return best(room, kind, version, alive, State.OK);
    }

    private static List<Candidate> best(
            RoomId room, String kind, int version, Collection<Candidate> alive, State state) {
        var best =
                new ArrayList<>(
                        alive.stream()
                                .filter(node -> node.state == state && node.knows(kind, version))
                                .sorted(comparing(node -> rank(room, node.node)))
                                .limit(MOST)
                                .toList());
        if (best.size() > 1 && best.get(1).rooms < best.get(0).rooms) best.addFirst(best.remove(1));
        return best;
    }

    private static String rank(RoomId room, NodeId node) {
        return HexFormat.of().formatHex(Sha256.of(room + " " + node));
    }
}
