package games.drawbridge.functions.log;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.model.room.AckLevel;
import games.drawbridge.model.room.RoomId;
import java.util.Optional;
import java.util.function.Predicate;

/// The logs of rooms, wherever they lie.
public final class RoomLogs {
    private final SegmentTable segments;
    private final LogTable durable;
    private final LiveLog live;
    private final Archive archive;

    public RoomLogs(Aws aws) {
        segments = new SegmentTable(aws);
        durable = new LogTable(aws);
        live = new LiveLog(aws.environment());
        archive = new Archive(aws);
    }

    /// How far a log goes.
    ///
    /// @param seq of its newest event
    /// @param over whether the room is
    public record End(long seq, boolean over) {}

    /// Hands over, in order, the batches with anything that happened since the event `after`, the
    /// one before it may be among them. While a room lives its batches wander into the archive: the
    /// caller sees by the manifest whether they did meanwhile, and then reads again.
    ///
    /// @param level where the room's log is while it is not in the archive
    /// @param more whether the caller wants another
    /// @throws Problem 503 `no-live-log`, `no-archive` or `archive-corrupt`
    public End read(
            RoomId room, AckLevel level, Manifest manifest, long after, Predicate<Batch> more) {
        var whole = manifest.whole();
        if (whole != null) {
            new Reading(archive.of(whole), null).page(after, more);
            return new End(whole.seq(), true);
        }
        var rest = new Reading(rest(level, room), manifest.archived());
        if (manifest.archived() == null || archived(room, after, more)) rest.page(after, more);
        return rest.newest().map(RoomLogs::end).orElseGet(() -> end(room, manifest));
    }

    private Stretch rest(AckLevel level, RoomId room) {
        return level == AckLevel.DURABLE ? durable.of(room) : live.of(room);
    }

    private boolean archived(RoomId room, long after, Predicate<Batch> more) {
        for (var segment : segments.since(room, after))
            if (!new Reading(archive.of(segment), null).page(after, more)) return false;
        return true;
    }

    private static End end(Batch newest) {
        return new End(newest.seq(), newest.entries().getLast().over());
    }

    private End end(RoomId room, Manifest manifest) {
        var head = manifest.archived() == null ? Optional.<Long>empty() : segments.head(room);
        return new End(head.orElse(0L), false);
    }
}
