package games.drawbridge.functions.rooms;

import games.drawbridge.model.room.NodeId;
import java.time.Duration;
import java.time.Instant;

/// A realtime node, as its last beat says.
///
/// @param generation new in each life of the node
/// @param draining whether it takes no more rooms
/// @param rooms how many it owns
/// @param players how many are connected to it
public record Node(
        NodeId id, String generation, boolean draining, Instant beatAt, long rooms, long players) {

    boolean beatWithin(Duration time, Instant now) {
        return beatAt.plus(time).isAfter(now);
    }
}
