package games.drawbridge.simulation;

import games.drawbridge.model.room.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The way between players and nodes.
final class Network {
    private final Agenda agenda;
    private final Dice dice;
    private final Function<NodeId, Slot> slots;
    private final List<Open> open = new ArrayList<>();
    private final Map<NodeId, Blocked> blocked = new HashMap<>();

    private record Open(NodeId node, Wire wire) {}

    /// @param in from players to the node
    record Blocked(boolean in, boolean out) {
        static final Blocked NOT = new Blocked(false, false);

        boolean any() {
            return in || out;
        }
    }

    Network(Agenda agenda, Dice dice, Function<NodeId, Slot> slots) {
        this.agenda = agenda;
        this.dice = dice;
        this.slots = slots;
    }

    Wire connect(NodeId node, Player player) {
        var wire =
                new Wire(
                        new Lane(agenda, dice),
                        new Lane(agenda, dice),
                        slots.apply(node).running(),
                        player);
        open.removeIf(it -> !it.wire.isOfPlayer());
        open.add(new Open(node, wire));
        apply(wire, blocked.getOrDefault(node, Blocked.NOT));
        return wire;
    }

    void block(NodeId node, Blocked how) {
        blocked.put(node, how);
        for (var each : List.copyOf(open)) if (each.node.equals(node)) apply(each.wire, how);
    }

    private static void apply(Wire wire, Blocked how) {
        wire.toNode.block(how.in);
        wire.toPlayer.block(how.out || wire.clogged);
    }

    /// The wire's node cannot get rid of what it sends, for now.
    void clog(Wire wire, boolean now) {
        wire.clogged = now;
        var visit = wire.visit;
        if (visit == null) return;
        if (now) {
            wire.toPlayer.block(true);
            visit.behind();
        } else {
            wire.toPlayer.block(
                    of(wire).map(it -> blocked.get(it.node)).map(Blocked::out).orElse(false));
            visit.drained();
        }
    }

    private Optional<Open> of(Wire wire) {
        return open.stream().filter(it -> it.wire.equals(wire)).findFirst();
    }

    /// Whether that life of the node says that it is well, to somebody on the players' side.
    boolean answers(NodeId node, String generation) {
        var there = slots.apply(node);
        return there.running().life.generation.equals(generation)
                && there.running().life.isRunning()
                && !blocked.getOrDefault(node, Blocked.NOT).any()
                && there.isHealthy();
    }
}
