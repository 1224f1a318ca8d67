package games.drawbridge.realtime.room;

import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.trace.Trace;
import games.drawbridge.model.wire.CloseCode;
import games.drawbridge.model.wire.NodeFrame;
import games.drawbridge.realtime.archive.Snapshot;
import games.drawbridge.realtime.log.Batch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a room can want.
sealed interface Out {

    /// Log this, then say [In.Stored]. One at a time.
    record Append(Batch batch) implements Out {}

    record Tell(List<Link> to, NodeFrame frame) implements Out {}

    /// Read the log's events after `seq`, then say [In.Replayed].
    record Replay(Link link, long seq) implements Out {}

    record Close(Link link, CloseCode code) implements Out {}

    /// Hand over the effects of an entry that is safe.
    ///
    /// @param trace of whoever caused it, if it is followed
    record Carry(Entry<Json> entry, @Nullable Trace trace) implements Out {}

    /// A note is dealt with, and what came of it is safe.
    ///
    /// @param taken false when it stays for another owner, or for today's rules of tomorrow
    record Noted(Note note, boolean taken) implements Out {}

    /// Archive everything up to this snapshot.
    record Keep(Snapshot snapshot) implements Out {}

    /// Tell the operator: the kind's rules failed on something.
    record Fault(RuntimeException fault) implements Out {}
}
