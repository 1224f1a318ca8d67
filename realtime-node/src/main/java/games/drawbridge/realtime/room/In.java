package games.drawbridge.realtime.room;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Code;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.Purchase;
import games.drawbridge.realtime.log.Batch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that can come to a room.
sealed interface In {

    /// A link wants in.
    sealed interface Enters extends In {
        Link link();
    }

    record Join(Link link, @Nullable Position position) implements Enters {}

    /// A relay enters again, for a link that was in before.
    record Rejoin(Link link, Position position) implements Enters {}

    record Move(Link link, long id, Json body) implements In {}

    /// A move whose frame already was not of the documented form; it uses its id up.
    record BadMove(Link link, long id, Code code, String detail) implements In {}

    record Leave(Link link) implements In {}

    /// The link's socket is gone; the seat is held.
    record Gone(Link link) implements In {}

    /// The link cannot take more for now.
    record Behind(Link link) implements In {}

    /// The link can take more again.
    ///
    /// @param seq newest event it did take
    record Drained(Link link, long seq) implements In {}

    /// The batch of that number is safe.
    record Stored(long n) implements In {}

    /// What the log answered to [Out.Replay].
    record Replayed(Link link, List<Batch> batches) implements In {}

    /// Somebody, perhaps one of its players, has bought something.
    record Bought(Purchase purchase) implements In {}

    /// An operator closes the room.
    record Close(PlayerId operator, String why) implements In {}

    /// Other rooms have told something.
    record Noted(List<Note> notes) implements In {}

    /// The node has seen something for it: told as a note is, and nobody waits for it to be taken.
    record Seen(Note note) implements In {}

    /// Time has passed.
    record Tick() implements In {}
}
