package games.drawbridge.realtime.log;

import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.log.Slots.Slot;
import games.drawbridge.realtime.storage.Retry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/// The durable log: an owner writes at the next slot only, so whoever puts a barrier there shuts
/// all earlier owners out.
final class DynamoLog implements RoomLog {
    private final Slots slots;
    private final Retry retry;
    private final RoomId room;
    private final NodeId node;
    private final long epoch;
    private final Shared confirming;

    /// The slot of each epoch's barrier; the epoch's batches stand behind it one by one.
    private final Map<Long, Long> barriers = new ConcurrentHashMap<>();

    private long first;

    /// Behind what is known to stand there.
    private volatile long end;

    DynamoLog(Slots slots, Retry retry, RoomId room, NodeId node, long epoch) {
        this.slots = slots;
        this.retry = retry;
        this.room = room;
        this.node = node;
        this.epoch = epoch;
        this.confirming = new Shared(this::look);
    }

    /// Reads to the end and puts the barrier behind it; whoever was quicker is read as well.
    @Override
    public CompletableFuture<List<Batch>> open() {
        return read(0, new ArrayList<>());
    }

    private CompletableFuture<List<Batch>> read(long from, List<Slot> found) {
        return calling(() -> slots.from(room, from))
                .thenCompose(more -> {
                    found.addAll(more);
                    if (!found.isEmpty() && found.getLast().batch().epoch() >= epoch)
                        throw new Fenced(epoch, found.getLast().batch().epoch());
                    long end = found.isEmpty() ? 0 : found.getLast().number() + 1;
                    var barrier = Batch.barrier(epoch, node);
                    return calling(() -> slots.put(room, end, barrier))
                            .thenCompose(there -> {
                                if (there.isPresent()) return read(end, found);
                                found.add(new Slot(end, barrier));
                                return CompletableFuture.completedFuture(opened(found));
                            });
                });
    }

    private List<Batch> opened(List<Slot> found) {
        first = found.getFirst().number();
        end = found.getLast().number() + 1;
        found.forEach(slot ->
                barriers.putIfAbsent(slot.batch().epoch(), slot.number() - slot.batch().n()));
        return found.stream().map(Slot::batch).filter(batch -> batch.epoch() < epoch).toList();
    }

    @Override
    public CompletableFuture<Void> append(Batch batch) {
        return calling(() -> slots.put(room, slot(batch.id()), batch))
                .thenAccept(there -> {
                    there.filter(it -> it.epoch() != epoch)
                            .ifPresent(it -> {
                                throw new Fenced(epoch, it.epoch());
                            });
                    end = slot(batch.id()) + 1;
                });
    }

    private long slot(BatchId id) {
        Long barrier = barriers.get(id.epoch());
        if (barrier == null) throw new IllegalStateException("an epoch that is not here: " + id);
        return barrier + id.n();
    }

    /// Leaves the barriers: an owner of long ago, should it wake up, must still find the one that
    /// shut it out where it would write next.
    @Override
    public CompletableFuture<Void> trim(BatchId from) {
        long next = slot(from);
        var below =
                LongStream.range(first, next)
                        .boxed()
                        .filter(slot -> !barriers.containsValue(slot))
                        .toList();
        return calling(() -> slots.delete(room, below)).thenRun(() -> first = next);
    }

    @Override
    public CompletableFuture<Void> confirm() {
        return confirming.ask();
    }

    /// Looks at the next free slot, where whoever shuts this owner out puts a barrier.
    private CompletableFuture<Void> look() {
        return calling(() -> slots.from(room, end))
                .thenAccept(found -> {
                    if (!found.isEmpty() && found.getLast().batch().epoch() > epoch)
                        throw new Fenced(epoch, found.getLast().batch().epoch());
                });
    }

    @Override
    public CompletableFuture<Void> mend() {
        return CompletableFuture.completedFuture(null);
    }

    /// The barriers stay for ever; they are few and small.
    @Override
    public CompletableFuture<Void> retire() {
        return calling(() -> slots.from(room, first))
                .thenCompose(found -> {
                    var rest =
                            found.stream()
                                    .filter(slot -> slot.batch().n() > 0)
                                    .map(Slot::number)
                                    .toList();
                    return calling(() -> slots.delete(room, rest));
                });
    }

    @Override
    public CompletableFuture<Void> flushed() {
        return CompletableFuture.completedFuture(null);
    }

    private <T> CompletableFuture<T> calling(Supplier<CompletableFuture<T>> call) {
        return retry.until("the durable log", call);
    }
}
