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

    /// @param before what was seen last, which is seen again where nothing changed: most inputs are
    ///   moves, and move nobody in or out
    static Glance of(RoomCore<?, ?, ?> core, Glance before) {
        var next = core.nextTick();
        return before.players == core.players()
                        && before.watched == core.isWatched()
                        && before.nextTick.equals(next)
                        && before.seats.equals(core.seats())
                ? before
                : new Glance(core.players(), core.isWatched(), next, core.seats());
    }

    /// Of a room that nobody is linked to yet, and that has to look at the time.
    static Glance first(RoomCore<?, ?, ?> core) {
        return new Glance(0, false, Instant.MIN, core.seats());
    }
}
