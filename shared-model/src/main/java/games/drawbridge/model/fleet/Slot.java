package games.drawbridge.model.fleet;

import games.drawbridge.model.room.Candidate.State;
import games.drawbridge.model.room.NodeId;
import java.util.Optional;

/// A place for a node.
///
/// @param wanted whether a node should run there
/// @param beat of the node that lives there; empty when none does
public record Slot(NodeId node, boolean wanted, Optional<Beat> beat) {

    /// Whether a node lives here and goes on.
    public boolean serves() {
        return wanted && beat.filter(it -> it.state() != State.DRAIN).isPresent();
    }

    /// Whether a node should live here and is not there yet, or not any more.
    public boolean isOnItsWay() {
        return wanted && beat.isEmpty();
    }

    boolean isDraining() {
        return wanted && beat.filter(it -> it.state() == State.DRAIN).isPresent();
    }

    boolean isDrained() {
        return isDraining() && beat.filter(it -> it.rooms() == 0).isPresent();
    }

    int busy() {
        return beat.map(Beat::busy).orElse(0);
    }

    long rooms() {
        return beat.map(Beat::rooms).orElse(0L);
    }

    boolean isFull() {
        return beat.filter(it -> it.state() == State.FULL).isPresent();
    }
}
