package games.drawbridge.realtime.log;

import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.storage.Retry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// The durable log: DynamoDB takes one batch per slot, and a slot is never written twice. An owner
/// writes at the next slot only, so whoever puts a barrier there shuts all earlier owners out.
public final class DynamoLog implements RoomLog {
    private final LogTable table;
    private final Retry retry;
    private final Executor io;
    private final RoomId room;
    private final NodeId node;
    private final long epoch;
    private volatile long barrier;

    /// @param io where the blocking calls run
    public DynamoLog(
            LogTable table, Retry retry, Executor io, RoomId room, NodeId node, long epoch) {
        this.table = table;
        this.retry = retry;
        this.io = io;
        this.room = room;
        this.node = node;
        this.epoch = epoch;
    }

    @Override
    public CompletableFuture<List<Batch>> open() {
        return calling(this::begin);
    }

    /// Reads to the end and puts the barrier behind it; whoever was quicker is read as well.
    private List<Batch> begin() {
        var found = new ArrayList<Batch>();
        while (true) {
            found.addAll(table.from(room, found.size()));
            if (!found.isEmpty() && found.getLast().epoch() >= epoch) return ours(found);
            if (table.put(room, found.size(), Batch.barrier(epoch, node)).isEmpty()) {
                barrier = found.size();
                return found;
            }
        }
    }

    /// Our barrier is there already: an earlier try had arrived.
    private List<Batch> ours(List<Batch> found) {
        Batch last = found.getLast();
        if (last.epoch() > epoch) throw new Fenced(epoch, last.epoch());
        barrier = found.size() - 1L;
        return found.subList(0, found.size() - 1);
    }

    @Override
    public CompletableFuture<Void> append(Batch batch) {
        return calling(() -> {
            table.put(room, barrier + batch.n(), batch)
                    .filter(there -> there.epoch() != epoch)
                    .ifPresent(there -> {
                        throw new Fenced(epoch, there.epoch());
                    });
            return null;
        });
    }

    @Override
    public CompletableFuture<List<Batch>> after(long seq) {
        return calling(() ->
                table.newest(
                        room, batch -> !batch.entries().isEmpty() && !batch.reachesBeyond(seq)));
    }

    private <T> CompletableFuture<T> calling(Supplier<T> call) {
        return retry.until("the durable log", () -> CompletableFuture.supplyAsync(call, io));
    }
}
