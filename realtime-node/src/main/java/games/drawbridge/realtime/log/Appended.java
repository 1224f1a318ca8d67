package games.drawbridge.realtime.log;

import games.drawbridge.model.room.AckLevel;
import java.time.Duration;

/// Told of each batch that has become as safe as its room asks.
@FunctionalInterface
public interface Appended {
    Appended TO_NOBODY = (_, _, _) -> {};

    /// @param entries of the batch
    /// @param took since the owner wanted it
    void tell(AckLevel level, int entries, Duration took);
}
