package games.drawbridge.realtime.cost;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.BatchId;
import games.drawbridge.realtime.log.Streams;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Takes every batch at once and keeps none: what a log costs is not counted here.
final class Sink implements Streams {
    @Override
    public CompletableFuture<Added> add(RoomId room, Batch batch, boolean begins, long restarts) {
        return CompletableFuture.completedFuture(Added.YES);
    }

    @Override
    public CompletableFuture<List<Batch>> forward(RoomId room, @Nullable BatchId after, int count) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Optional<Batch>> newest(RoomId room) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Void> trim(RoomId room, BatchId first) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> retire(RoomId room) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public long restarts() {
        return 1;
    }
}
