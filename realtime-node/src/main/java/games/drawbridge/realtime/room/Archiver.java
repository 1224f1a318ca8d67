package games.drawbridge.realtime.room;

import games.drawbridge.realtime.archive.Archive;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.archive.Manifest.Segment;
import games.drawbridge.realtime.archive.Snapshot;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.BatchId;
import games.drawbridge.realtime.log.Fenced;
import games.drawbridge.realtime.log.RoomLog;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Moves what a room has logged into the archive, behind its back: first the objects, then the
/// manifest (which only the owner can change), and only then is the log cut. One snapshot at a
/// time; a newer one that comes meanwhile takes the place of one that waits. The newest events stay
/// at hand. On the room's thread.
final class Archiver {
    private static final Logger LOG = Logger.getLogger(Archiver.class);

    private final Archive archive;
    private final Records records;
    private final RoomLog log;
    private final List<Batch> unarchived;
    private final Recent recent;
    private Placement placement;
    private @Nullable Snapshot next;
    private boolean working;

    Archiver(Placement placement, Archive archive, Records records, RoomLog log, Restored found) {
        this.placement = placement;
        this.archive = archive;
        this.records = records;
        this.log = log;
        this.unarchived = new ArrayList<>(found.unarchived());
        this.recent = new Recent(found.recent());
    }

    void stored(Batch batch) {
        unarchived.add(batch);
        recent.add(batch);
    }

    boolean isIdle() {
        return !working && next == null;
    }

    /// The batches from the one that holds the first event after `seq`, oldest first; fewer when
    /// the oldest are not here any more.
    List<Batch> after(long seq) {
        return recent.after(seq);
    }

    /// Archives what the snapshot holds, as soon as nothing else is under way.
    ///
    /// @param carried when the effects of all that is stored are handed over: the next owner looks
    ///   for them in what is not archived
    /// @param thread the room's own
    /// @param onFenced the epoch is over
    void keep(
            Snapshot snapshot,
            Supplier<CompletableFuture<Void>> carried,
            Executor thread,
            Runnable onFenced) {
        next = snapshot;
        work(carried, thread, onFenced);
    }

    private void work(
            Supplier<CompletableFuture<Void>> carried, Executor thread, Runnable onFenced) {
        var snapshot = next;
        if (working || snapshot == null) return;
        working = true;
        next = null;
        var until = new BatchId(snapshot.epoch(), snapshot.n());
        var batches = unarchived.stream().filter(it -> !it.id().isAfter(until)).toList();
        boolean over = snapshot.memo().over();
        carried.get()
                .thenCompose(_ -> over ? finish(batches) : keep(snapshot, batches))
                .whenComplete((manifest, error) ->
                        thread.execute(() -> {
                            working = false;
                            if (error != null) failed(error, onFenced);
                            else if (manifest.isEmpty()) onFenced.run();
                            else {
                                archived(manifest.get());
                                work(carried, thread, onFenced);
                            }
                        }));
    }

    /// The next snapshot tries again.
    private void failed(Throwable error, Runnable onFenced) {
        if (error.getCause() instanceof Fenced) onFenced.run();
        else LOG.errorf(error, "room %s could not be archived", placement.room());
    }

    /// Only now that the room reads from the archive.
    private void retire() {
        var _ =
                log.retire()
                        .exceptionally(error -> {
                            LOG.warnf("the log of room %s stays: %s", placement.room(), error);
                            return null;
                        });
    }

    private void archived(Manifest manifest) {
        placement = placement.with(manifest);
        if (manifest.whole() != null) retire();
        var last = manifest.archived();
        unarchived.removeIf(it -> last == null || !it.id().isAfter(last));
    }

    private CompletableFuture<Optional<Manifest>> keep(Snapshot snapshot, List<Batch> batches) {
        var room = placement.room();
        var before = placement.manifest();
        return archive.segment(room, batches)
                .thenCompose(segment ->
                        archive.snapshot(room, snapshot)
                                .thenCompose(checkpoint -> {
                                    var after = before.with(checkpoint);
                                    return told(
                                            after, Optional.of(segment), () -> cut(before, after));
                                }));
    }

    private CompletableFuture<Void> cut(Manifest before, Manifest after) {
        return after.behind()
                .map(log::trim)
                .orElse(CompletableFuture.completedFuture(null))
                .thenCompose(_ -> archive.delete(before.droppedBy(after)));
    }

    /// A room that is over becomes one object.
    private CompletableFuture<Optional<Manifest>> finish(List<Batch> batches) {
        var before = placement.manifest();
        return segments(before)
                .thenCompose(segments ->
                        archive.whole(placement.room(), placement.epoch(), segments, batches)
                                .thenCompose(whole -> {
                                    var after = new Manifest(null, List.of(), whole);
                                    return told(
                                            after,
                                            Optional.empty(),
                                            () -> clear(before, after, segments));
                                }));
    }

    private CompletableFuture<List<Segment>> segments(Manifest manifest) {
        return manifest.archived() == null
                ? CompletableFuture.completedFuture(List.of())
                : records.segments(placement.room(), 0);
    }

    private CompletableFuture<Void> clear(Manifest before, Manifest after, List<Segment> segments) {
        var objects = new ArrayList<>(before.droppedBy(after));
        segments.forEach(segment -> objects.add(segment.object().key()));
        return records.forget(placement.room(), segments).thenCompose(_ -> archive.delete(objects));
    }

    private CompletableFuture<Optional<Manifest>> told(
            Manifest after, Optional<Segment> segment, Supplier<CompletableFuture<Void>> then) {
        return records.archived(placement, after, segment)
                .thenCompose(owned ->
                        owned
                                ? then.get().thenApply(_ -> Optional.of(after))
                                : CompletableFuture.completedFuture(Optional.empty()));
    }
}
