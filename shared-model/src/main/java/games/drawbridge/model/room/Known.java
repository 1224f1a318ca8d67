package games.drawbridge.model.room;

import games.drawbridge.model.player.PlayerId;
import java.util.List;

/// A well-known room, before anybody has asked for it.
///
/// @param settings that it is opened with
/// @param door who is let in
public record Known(Settings settings, Door door) {

    /// Who is let into a well-known room by the join call. The kind's own `admit` is asked as well.
    public sealed interface Door {

        /// Everybody.
        record Open() implements Door {}

        /// These players. Their sockets may bring them in as well: the kind's `admit` knows them.
        record Only(List<PlayerId> players) implements Door {}

        /// Whoever ever sat in that other room.
        record Sitters(RoomId room) implements Door {}
    }

    /// Whether a player's socket is a way in, too, or the join call alone.
    public boolean isOpen() {
        return !(door instanceof Door.Sitters);
    }

    public static Known open(Settings settings) {
        return new Known(settings, new Door.Open());
    }
}
