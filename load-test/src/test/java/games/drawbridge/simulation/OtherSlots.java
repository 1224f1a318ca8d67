package games.drawbridge.simulation;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.Slots;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Slots as they are, but for what is overridden.
class OtherSlots implements Slots {
    private final Slots real;

    OtherSlots(Slots real) {
        this.real = real;
    }

    @Override
    public CompletableFuture<Optional<Batch>> put(RoomId room, long slot, Batch batch) {
        return real.put(room, slot, batch);
    }

    @Override
    public CompletableFuture<List<Slot>> from(RoomId room, long slot) {
        return real.from(room, slot);
    }

    @Override
    public CompletableFuture<Void> delete(RoomId room, List<Long> slots) {
        return real.delete(room, slots);
    }
}
