package games.drawbridge.realtime.log;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The owner's memory: an append is done at once and reaches the live log behind it a moment later,
/// together with those of other rooms. What was not there yet is lost with the node, and the
/// clients are told so.
final class MemoryLog implements RoomLog {
    /// Batches waiting for the live log; beyond it an append waits as well, so that memory stays
    /// bounded.
    private static final int WAITING = 4_096;

    private final RoomLog behind;
    private final Pulse pulse;
    private int waiting;
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

    /// @param pulse at which appends leave
    MemoryLog(RoomLog behind, Pulse pulse) {
        this.behind = behind;
        this.pulse = pulse;
    }

    @Override
    public CompletableFuture<List<Batch>> open() {
        return behind.open();
    }

    @Override
    public synchronized CompletableFuture<Void> append(Batch batch) {
        if (writing.isCompletedExceptionally()) return writing;
        waiting++;
        writing =
                writing.runAfterBoth(pulse.next(), () -> {})
                        .thenCompose(_ -> behind.append(batch))
                        .thenRun(this::written);
        return waiting < WAITING ? CompletableFuture.completedFuture(null) : writing;
    }

    private synchronized void written() {
        waiting--;
    }

    @Override
    public CompletableFuture<Void> confirm() {
        return behind.confirm();
    }

    @Override
    public CompletableFuture<Void> mend() {
        return behind.mend();
    }

    /// The archive may have what the log behind has not got yet: that comes first, for an empty log
    /// would not tell who wrote its top.
    @Override
    public CompletableFuture<Void> trim(BatchId first) {
        return flushed().thenCompose(_ -> behind.trim(first));
    }

    @Override
    public CompletableFuture<Void> retire() {
        return flushed().thenCompose(_ -> behind.retire());
    }

    @Override
    public synchronized CompletableFuture<Void> flushed() {
        return writing;
    }
}
