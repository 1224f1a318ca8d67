package games.drawbridge.realtime.log;

import games.drawbridge.model.room.AckLevel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/// A log whose appends are timed.
///
/// @param nanos a monotonic clock
record MeasuredLog(RoomLog log, AckLevel level, Appended appended, LongSupplier nanos)
        implements RoomLog {

    @Override
    public CompletableFuture<List<Batch>> open() {
        return log.open();
    }

    @Override
    public CompletableFuture<Void> append(Batch batch) {
        long began = nanos.getAsLong();
        return log.append(batch)
                .thenAccept(_ ->
                        appended.tell(
                                level,
                                batch.entries().size(),
                                Duration.ofNanos(nanos.getAsLong() - began)));
    }

    @Override
    public CompletableFuture<Void> confirm() {
        return log.confirm();
    }

    @Override
    public CompletableFuture<Void> mend() {
        return log.mend();
    }

    @Override
    public CompletableFuture<Void> trim(BatchId first) {
        return log.trim(first);
    }

    @Override
    public CompletableFuture<Void> retire() {
        return log.retire();
    }

    @Override
    public CompletableFuture<Void> flushed() {
        return log.flushed();
    }
}
