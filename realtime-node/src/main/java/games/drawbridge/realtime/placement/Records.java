package games.drawbridge.realtime.placement;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.trace.Trace;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.archive.Manifest.Segment;
import games.drawbridge.realtime.placement.RoomsTable.Summary;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What is known of rooms outside their logs: reads are tried once (notes until they were read),
/// writes until they have succeeded. Should the node die first, the room's next owner finds in the
/// log what is still to be written, and writing twice is harmless.
public interface Records {

    CompletableFuture<Optional<Placement>> placement(RoomId room);

    /// Under which epochs these rooms are owned now.
    ///
    /// @param rooms [RoomsTable#MOST_READ] at most
    CompletableFuture<Map<RoomId, Long>> epochs(Collection<RoomId> rooms);

    /// Completes when it is remembered that the player was in the room.
    CompletableFuture<Void> seat(RoomId room, PlayerId player, Instant at);

    /// Hands the effects of a safe entry over to the functions that apply them.
    ///
    /// Completes when all of them are handed over.
    ///
    /// @param trace of whoever caused them, if it is followed
    CompletableFuture<Void> carry(RoomId room, Entry<Json> entry, @Nullable Trace trace);

    /// What other rooms have told this one, and nobody has taken: the first of it.
    CompletableFuture<List<Note>> notes(RoomId room);

    /// Marks a note as taken: what came of it is in the room's log.
    CompletableFuture<Void> taken(RoomId room, Note note);

    /// Tells what a room has become; false when its epoch is over.
    CompletableFuture<Boolean> tell(Placement placement, Summary summary);

    /// Makes `after` the room's manifest in place of the placement's own, with the segment that is
    /// new in it; false when the placement's epoch is over.
    CompletableFuture<Boolean> archived(
            Placement placement, Manifest after, Optional<Segment> segment);

    /// The segments from the one that holds the first event after `seq`, in order.
    CompletableFuture<List<Segment>> segments(RoomId room, long seq);

    CompletableFuture<Void> forget(RoomId room, List<Segment> segments);

    /// Gives the room to another node, under the next epoch; false when the placement's epoch was
    /// over already.
    ///
    /// @param heir as the room is to be owned
    CompletableFuture<Boolean> handOver(Placement placement, Placement heir);

    /// Takes the next epoch of a room that this node owns: the one it has is used up. Nothing when
    /// another node owns the room by now.
    CompletableFuture<Optional<Placement>> renew(Placement placement);
}
