package games.drawbridge.realtime.log;

import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.log.Streams.Added;
import games.drawbridge.realtime.storage.Retry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The live log: one stream per room, entry ids `<epoch>-<n>`. The server refuses an id that is not
/// above the newest, which is the fence; so the stream of a live room is never deleted and never
/// expires. Should the server come back with less than it had, the owner, while it lives, adds what
/// is missing.
final class RedisLog implements RoomLog {
    /// Batches read at a time: enough for a whole replay, small enough not to hold up the server.
    private static final int PAGE = 100;

    private static final BatchId NOTHING = new BatchId(0, 0);

    private final Streams streams;
    private final Retry retry;
    private final RoomId room;
    private final NodeId node;
    private final long epoch;
    private final Shared confirming;

    /// Everything that is not archived, in case the server loses it.
    private final Deque<Batch> kept = new ArrayDeque<>();

    /// The last batch before our barrier.
    private volatile BatchId last = NOTHING;

    private volatile long restarts;
    private volatile boolean mending;

    RedisLog(Streams streams, Retry retry, RoomId room, NodeId node, long epoch) {
        this.streams = streams;
        this.retry = retry;
        this.room = room;
        this.node = node;
        this.epoch = epoch;
        this.confirming =
                new Shared(() -> calling(() -> streams.newest(room).thenAccept(this::mustBeOurs)));
    }

    @Override
    public CompletableFuture<List<Batch>> open() {
        var barrier = Batch.barrier(epoch, node);
        return calling(() -> begin(barrier))
                .thenCompose(this::begun)
                .thenCompose(_ -> read(null, new ArrayList<>()))
                .thenApply(all -> {
                    var before = all.stream().filter(batch -> batch.epoch() < epoch).toList();
                    keep(before, barrier);
                    last = before.isEmpty() ? NOTHING : before.getLast().id();
                    return before;
                });
    }

    private CompletableFuture<Added> begin(Batch barrier) {
        restarts = streams.restarts();
        return streams.add(room, barrier, true, restarts);
    }

    private CompletableFuture<Void> begun(Added added) {
        if (added == Added.YES) return CompletableFuture.completedFuture(null);
        return calling(() -> streams.newest(room))
                .thenAccept(top -> {
                    throw new Fenced(epoch, top.orElseThrow().epoch());
                });
    }

    private synchronized void keep(List<Batch> before, Batch barrier) {
        kept.clear();
        kept.addAll(before);
        kept.add(barrier);
    }

    @Override
    public CompletableFuture<Void> append(Batch next) {
        var batch = next.n() == 1 ? next.after(last) : next;
        synchronized (this) {
            kept.add(batch);
        }
        return calling(() -> streams.restarts() == restarts ? add(batch) : restore());
    }

    private CompletableFuture<Void> add(Batch batch) {
        return streams.add(room, batch, false, restarts)
                .thenCompose(added ->
                        switch (added) {
                            case YES -> CompletableFuture.completedFuture(null);
                            case REFUSED ->
                                    streams.newest(room)
                                            .thenAccept(top ->
                                                    mustBeOurs(Optional.of(top.orElseThrow())));
                            case NO_STREAM -> restore();
                        });
    }

    @Override
    public CompletableFuture<Void> confirm() {
        return confirming.ask();
    }

    @Override
    public CompletableFuture<Void> mend() {
        if (mending || streams.restarts() == restarts)
            return CompletableFuture.completedFuture(null);
        mending = true;
        return calling(this::restore).whenComplete((_, _) -> mending = false);
    }

    /// Adds, one after the other, what the server does not have.
    private CompletableFuture<Void> restore() {
        long now = streams.restarts();
        return streams.newest(room)
                .thenCompose(top -> {
                    mustBeOurs(top);
                    CompletableFuture<Added> last = CompletableFuture.completedFuture(Added.YES);
                    for (Batch batch : missing(top))
                        last = last.thenCompose(_ -> streams.add(room, batch, true, now));
                    return last;
                })
                .thenAccept(added -> {
                    if (added != Added.YES) throw new IllegalStateException("lost once more");
                    restarts = now;
                });
    }

    private synchronized List<Batch> missing(Optional<Batch> top) {
        return kept.stream()
                .filter(it -> top.isEmpty() || it.id().isAfter(top.get().id()))
                .toList();
    }

    /// Either an earlier try of ours had arrived after all, or we are fenced.
    private void mustBeOurs(Optional<Batch> top) {
        top.filter(it -> it.epoch() > epoch)
                .ifPresent(it -> {
                    throw new Fenced(epoch, it.epoch());
                });
    }

    private CompletableFuture<List<Batch>> read(@Nullable BatchId after, List<Batch> found) {
        return calling(() -> streams.forward(room, after, PAGE))
                .thenCompose(page -> {
                    found.addAll(page);
                    return page.size() < PAGE
                            ? CompletableFuture.completedFuture(found)
                            : read(page.getLast().id(), found);
                });
    }

    @Override
    public CompletableFuture<Void> trim(BatchId first) {
        synchronized (this) {
            kept.removeIf(batch -> first.isAfter(batch.id()));
        }
        return calling(() -> streams.trim(room, first));
    }

    @Override
    public CompletableFuture<Void> retire() {
        synchronized (this) {
            kept.clear();
        }
        return calling(() -> streams.retire(room));
    }

    @Override
    public CompletableFuture<Void> flushed() {
        return CompletableFuture.completedFuture(null);
    }

    private <T> CompletableFuture<T> calling(Supplier<CompletableFuture<T>> call) {
        return retry.until("the live log", call);
    }
}
