package games.drawbridge.realtime.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
    private final Deque<Batch> waiting = new ArrayDeque<>();
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
        waiting.add(batch);
        writing =
                writing.runAfterBoth(pulse.next(), () -> {})
                        .thenCompose(_ -> behind.append(batch))
                        .thenRun(this::written);
        return waiting.size() < WAITING ? CompletableFuture.completedFuture(null) : writing;
    }

    private synchronized void written() {
        waiting.remove();
    }

    @Override
    public CompletableFuture<List<Batch>> after(long seq) {
        List<Batch> tail = tail();
        return behind.after(seq)
                .thenApply(safe -> {
                    var all = new ArrayList<>(safe);
                    tail.stream()
                            .filter(batch -> safe.isEmpty() || isAfter(batch, safe))
                            .filter(batch -> batch.reachesBeyond(seq))
                            .forEach(all::add);
                    return all;
                });
    }

    private synchronized List<Batch> tail() {
        return List.copyOf(waiting);
    }

    private static boolean isAfter(Batch batch, List<Batch> safe) {
        return batch.id().isAfter(safe.getLast().id());
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
