package games.drawbridge.realtime.archive;

import games.drawbridge.realtime.log.BatchId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What of a room stands in the archive; part of the room's row, so only its owner changes it.
///
/// @param archived the last batch that stands in a segment
/// @param snapshots newest first; an older one is for when a newer one cannot be read
/// @param whole the whole log of a room that is over; then there is nothing else
public record Manifest(
        @Nullable BatchId archived, List<Checkpoint> snapshots, @Nullable Stored whole) {
    public static final Manifest NONE = new Manifest(null, List.of(), null);

    /// Snapshots that are kept: with [games.drawbridge.realtime.room.Rooms]' stretch between them
    /// the log that stays behind the oldest is longer than any replay.
    private static final int SNAPSHOTS = 3;

    /// An object and what its bytes hash to.
    ///
    /// @param sha256 in hex
    /// @param seq of the newest event in it
    public record Stored(String key, String sha256, long seq) {}

    /// A snapshot's place in the log: all up to and including this batch is in it.
    public record Checkpoint(long epoch, long n, long seq, String key, String sha256) {
        public BatchId id() {
            return new BatchId(epoch, n);
        }
    }

    /// A closed stretch of the log.
    ///
    /// @param first seq of its first event
    /// @param last id of its last batch
    public record Segment(long first, BatchId last, Stored object) {}

    public Manifest with(Checkpoint newest) {
        var all = Stream.concat(Stream.of(newest), snapshots.stream()).limit(SNAPSHOTS).toList();
        return new Manifest(newest.id(), all, null);
    }

    /// Where the log is cut: behind the oldest snapshot, once there are all that are kept.
    public Optional<BatchId> behind() {
        return snapshots.size() < SNAPSHOTS
                ? Optional.empty()
                : Optional.of(snapshots.getLast().id());
    }

    /// Snapshots that `next` does without.
    public List<String> droppedBy(Manifest next) {
        return snapshots.stream()
                .filter(it -> !next.snapshots.contains(it))
                .map(Checkpoint::key)
                .toList();
    }
}
