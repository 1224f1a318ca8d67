package games.drawbridge.realtime.room;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.archive.Archive;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.archive.Manifest.Checkpoint;
import games.drawbridge.realtime.archive.Manifest.Segment;
import games.drawbridge.realtime.archive.Snapshot;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.BatchId;
import games.drawbridge.realtime.log.Chain;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.Records;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Finds what a room was: from its newest snapshot that can be read, or else the one before, or
/// else from the whole log.
final class Restorer {
    private static final Logger LOG = Logger.getLogger(Restorer.class);

    private final Archive archive;
    private final Records records;

    /// A snapshot, if there is one, and all of the log after it.
    private record Found(@Nullable Snapshot snapshot, List<Batch> after) {}

    Restorer(Archive archive, Records records) {
        this.archive = archive;
        this.records = records;
    }

    /// @param version of the rules; a snapshot of another is of no use
    /// @param live what the room's log still has; the owner's barrier stands behind it, so that
    ///   neither it nor the manifest changes any more
    CompletableFuture<Restored> restore(Placement placement, int version, List<Batch> live) {
        var manifest = placement.manifest();
        if (manifest.whole() != null)
            return archive.batches(List.of(manifest.whole()))
                    .thenApply(all -> new Restored(null, all, List.of(), all));
        var unarchived = Chain.of(manifest.archived(), live);
        if (hasHole(live, unarchived, manifest.archived()))
            LOG.errorf("the live log of room %s has a hole; what follows it is lost", placement);
        var recent = recent(manifest.archived(), live, unarchived);
        return restore(placement.room(), manifest, version, unarchived, 0)
                .thenApply(it -> new Restored(it.snapshot(), it.after(), unarchived, recent));
    }

    /// The log still has some of what is archived.
    private static List<Batch> recent(
            @Nullable BatchId archived, List<Batch> live, List<Batch> unarchived) {
        if (archived == null) return unarchived;
        var old = Chain.stretch(live).stream().filter(it -> !it.id().isAfter(archived)).toList();
        return joined(old, unarchived);
    }

    private static boolean hasHole(
            List<Batch> live, List<Batch> unarchived, @Nullable BatchId archived) {
        return !live.isEmpty()
                && (archived == null || live.getLast().id().isAfter(archived))
                && !unarchived.contains(live.getLast());
    }

    private CompletableFuture<Found> restore(
            RoomId room, Manifest manifest, int version, List<Batch> unarchived, int nth) {
        if (nth == manifest.snapshots().size()) return fromTheBeginning(room, manifest, unarchived);
        var checkpoint = manifest.snapshots().get(nth);
        return archive.snapshot(checkpoint)
                .thenCompose(snapshot -> {
                    if (snapshot.version() != version)
                        throw new IllegalStateException("of version " + snapshot.version());
                    return after(room, checkpoint, manifest, unarchived)
                            .thenApply(after -> new Found(snapshot, after));
                })
                .exceptionallyCompose(error -> {
                    LOG.warnf("snapshot %s is of no use: %s", checkpoint.key(), error.toString());
                    return restore(room, manifest, version, unarchived, nth + 1);
                });
    }

    private CompletableFuture<Found> fromTheBeginning(
            RoomId room, Manifest manifest, List<Batch> unarchived) {
        if (manifest.archived() == null)
            return CompletableFuture.completedFuture(new Found(null, unarchived));
        return records.segments(room, 0)
                .thenCompose(this::batches)
                .thenApply(old -> new Found(null, joined(old, unarchived)));
    }

    private CompletableFuture<List<Batch>> after(
            RoomId room, Checkpoint checkpoint, Manifest manifest, List<Batch> unarchived) {
        if (checkpoint.id().equals(manifest.archived()))
            return CompletableFuture.completedFuture(unarchived);
        return records.segments(room, checkpoint.seq() - 1)
                .thenCompose(this::batches)
                .thenApply(old ->
                        joined(old, unarchived).stream()
                                .filter(batch -> batch.id().isAfter(checkpoint.id()))
                                .toList());
    }

    private CompletableFuture<List<Batch>> batches(List<Segment> segments) {
        return archive.batches(segments.stream().map(Segment::object).toList());
    }

    private static List<Batch> joined(List<Batch> old, List<Batch> unarchived) {
        return Stream.concat(old.stream(), unarchived.stream()).toList();
    }
}
