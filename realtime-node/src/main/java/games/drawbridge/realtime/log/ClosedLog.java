package games.drawbridge.realtime.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The log of a room that is over and archived: nothing more is written.
public final class ClosedLog implements RoomLog {
    @Override
    public CompletableFuture<List<Batch>> open() {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Void> append(Batch batch) {
        return CompletableFuture.failedFuture(new IllegalStateException("the room is over"));
    }

    @Override
    public CompletableFuture<Void> confirm() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> mend() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> trim(BatchId first) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> retire() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> flushed() {
        return CompletableFuture.completedFuture(null);
    }
}
