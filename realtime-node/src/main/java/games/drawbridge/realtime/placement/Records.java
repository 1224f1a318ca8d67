package games.drawbridge.realtime.placement;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.placement.RoomsTable.Summary;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What is known of rooms outside their logs: reads are tried once, writes until they have
/// succeeded. Should the node die first, the room's next owner finds in the log what is still to be
/// written, and writing twice is harmless.
public interface Records {

    CompletableFuture<Optional<Placement>> placement(RoomId room);

    /// Under which epochs these rooms are owned now.
    ///
    /// @param rooms [RoomsTable#MOST_READ] at most
    CompletableFuture<Map<RoomId, Long>> epochs(Collection<RoomId> rooms);

    /// Completes when it is remembered that the player was in the room.
    CompletableFuture<Void> seat(RoomId room, PlayerId player, Instant at);

    /// Hands the effects of a safe entry over to the functions that apply them.
    void carry(RoomId room, Entry<Json> entry);

    /// Tells what a room has become; false when its epoch is over.
    CompletableFuture<Boolean> tell(Placement placement, Summary summary);

    /// Takes the next epoch of a room that this node owns: the one it has is used up. Nothing when
    /// another node owns the room by now.
    CompletableFuture<Optional<Placement>> renew(Placement placement);
}
