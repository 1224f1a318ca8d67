package games.drawbridge.model.room;

import games.drawbridge.model.player.PlayerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A well-known room, before anybody has asked for it.
///
/// @param settings that it is opened with
/// @param door who is let in
/// @param file of the title's content that has the settings; without it there is no such room
public record Known(Settings settings, Door door, @Nullable String file) {
    public Known(Settings settings, Door door) {
        this(settings, door, null);
    }

    /// Who is let into a well-known room by the join call. The kind's own `admit` is asked as well.
    public sealed interface Door {

        /// Everybody.
        record Open() implements Door {}

        /// These players. Their sockets may bring them in as well: the kind's `admit` knows them.
        record Only(List<PlayerId> players) implements Door {}

        /// These two, unless one of them has blocked the other.
        record Between(PlayerId one, PlayerId other) implements Door {
            public boolean has(PlayerId player) {
                return player.equals(one) || player.equals(other);
            }

            /// The one that this one meets there.
            public PlayerId beside(PlayerId player) {
                return player.equals(one) ? other : one;
            }
        }

        /// Whoever ever sat in that other room.
        record Sitters(RoomId room) implements Door {}

        /// The members of a clan. Its officers moderate there.
        record Members(String clan) implements Door {}
    }

    /// Whether a player's socket is a way in, too, or the join call alone.
    public boolean isOpen() {
        return door instanceof Door.Open || door instanceof Door.Only;
    }

    /// A room for everybody, whose settings are a file.
    public static Known drawn(String file) {
        return new Known(Settings.NONE, new Door.Open(), file);
    }
}
