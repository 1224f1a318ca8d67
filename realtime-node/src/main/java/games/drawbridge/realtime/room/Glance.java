package games.drawbridge.realtime.room;

import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.List;

/// What is seen of a room from other threads.
///
/// @param players how many are in it
/// @param watched whether anybody is linked to it
/// @param nextTick when time alone will change something
/// @param seats who sits
record Glance(int players, boolean watched, Instant nextTick, List<PlayerId> seats) {

    static Glance of(RoomCore<?, ?, ?> core) {
        return new Glance(
                core.players(),
                !core.links().isEmpty(),
                core.nextTick().orElse(Instant.MAX),
                core.seats());
    }

    /// Of a room that nobody is linked to yet, and that has to look at the time.
    static Glance first(RoomCore<?, ?, ?> core) {
        return new Glance(0, false, Instant.MIN, core.seats());
    }
}
