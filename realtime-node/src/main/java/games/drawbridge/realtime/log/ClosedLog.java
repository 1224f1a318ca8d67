package games.drawbridge.realtime.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// The log of a room that is over and archived: it is read, and nothing more is written.
public final class ClosedLog implements RoomLog {
    private final Supplier<CompletableFuture<List<Batch>>> whole;

    public ClosedLog(Supplier<CompletableFuture<List<Batch>>> whole) {
        this.whole = whole;
    }

    @Override
    public CompletableFuture<List<Batch>> open() {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Void> append(Batch batch) {
        return CompletableFuture.failedFuture(new IllegalStateException("the room is over"));
    }

    @Override
    public CompletableFuture<List<Batch>> after(long seq) {
        return whole.get()
                .thenApply(all -> all.stream().filter(batch -> batch.reachesBeyond(seq)).toList());
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
