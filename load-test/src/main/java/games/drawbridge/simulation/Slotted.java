package games.drawbridge.simulation;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.BatchJson;
import games.drawbridge.realtime.log.Slots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Durable logs as DynamoDB keeps them: a put on condition that the slot is free.
final class Slotted {
    private final Service service;
    private final Consumer<Stored> onStored;
    private final Map<RoomId, NavigableMap<Long, Batch>> logs = new HashMap<>();

    /// A batch that has just become safe.
    record Stored(RoomId room, Batch batch) {}

    Slotted(Service service, Consumer<Stored> onStored) {
        this.service = service;
        this.onStored = onStored;
    }

    List<Batch> log(RoomId room) {
        return List.copyOf(slots(room).values());
    }

    private NavigableMap<Long, Batch> slots(RoomId room) {
        return logs.computeIfAbsent(room, _ -> new TreeMap<>());
    }

    /// The slots as this process reaches them.
    Slots of(Life life) {
        return new Slots() {
            @Override
            public CompletableFuture<Optional<Batch>> put(RoomId room, long slot, Batch batch) {
                var json = BatchJson.write(batch);
                return service.ask(life, () -> putNow(room, slot, BatchJson.read(json)));
            }

            @Override
            public CompletableFuture<List<Slot>> from(RoomId room, long slot) {
                return service.ask(
                        life,
                        () ->
                                slots(room).tailMap(slot, true).entrySet().stream()
                                        .map(it -> new Slot(it.getKey(), it.getValue()))
                                        .toList());
            }

            @Override
            public CompletableFuture<Void> delete(RoomId room, List<Long> slots) {
                return service.ask(
                        life,
                        () -> {
                            slots.forEach(slots(room)::remove);
                            return null;
                        });
            }
        };
    }

    private Optional<Batch> putNow(RoomId room, long slot, Batch batch) {
        var there = slots(room).putIfAbsent(slot, batch);
        if (there == null) onStored.accept(new Stored(room, batch));
        return Optional.ofNullable(there);
    }
}
