package games.drawbridge.functions.rooms;

import games.drawbridge.model.room.Candidate;
import java.time.Duration;
import java.time.Instant;

/// A realtime node, as its last beat says.
///
/// @param players how many are connected to it
/// @param busy percent of its event loops' time
public record Node(Candidate candidate, Instant beatAt, long players, int busy) {

    /// How many rooms it owns.
    public long rooms() {
        return candidate.rooms();
    }

    boolean beatWithin(Duration time, Instant now) {
        return beatAt.plus(time).isAfter(now);
    }
}
