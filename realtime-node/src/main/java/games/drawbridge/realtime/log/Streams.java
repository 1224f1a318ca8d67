package games.drawbridge.realtime.log;

import games.drawbridge.model.room.RoomId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Where live logs are: a stream of batches for each room. Its server refuses a batch that is not
/// above the newest. Any answer may be lost though the call arrived.
public interface Streams {

    /// What became of an addition.
    enum Added {
        YES,
        /// A batch of this id or a higher one has been there.
        REFUSED,
        /// The server has lost the stream.
        NO_STREAM
    }

    /// Fails, and has added nothing, when [#restarts] has risen since.
    ///
    /// @param begins whether there need be no stream yet
    /// @param restarts as it was when the caller knew what is in the stream
    CompletableFuture<Added> add(RoomId room, Batch batch, boolean begins, long restarts);

    /// Batches after `after` (or from the first), oldest first, `count` at most.
    CompletableFuture<List<Batch>> forward(RoomId room, @Nullable BatchId after, int count);

    CompletableFuture<Optional<Batch>> newest(RoomId room);

    /// Takes away what is below `first`. The stream itself stays, though it be empty.
    CompletableFuture<Void> trim(RoomId room, BatchId first);

    /// Empties the stream of a room that is over. It goes a day later: until then it refuses an
    /// owner who is late.
    CompletableFuture<Void> retire(RoomId room);

    /// Rises whenever the server may have come back with less than it had; looks whether it has.
    long restarts();
}
