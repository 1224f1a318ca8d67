package games.drawbridge.realtime.log;

import games.drawbridge.model.room.RoomId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Where durable logs are: one batch in each slot, a slot is never written twice. Any answer may be
/// lost though the call arrived.
public interface Slots {

    /// A batch and where it stands.
    record Slot(long number, Batch batch) {}

    /// Puts the batch into the slot if it is free; otherwise answers what stands there.
    CompletableFuture<Optional<Batch>> put(RoomId room, long slot, Batch batch);

    /// All slots from this one on, in order.
    CompletableFuture<List<Slot>> from(RoomId room, long slot);

    CompletableFuture<Void> delete(RoomId room, List<Long> slots);
}
