package games.drawbridge.realtime.room;

import games.drawbridge.realtime.archive.Snapshot;
import games.drawbridge.realtime.log.Batch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What of a room was found: a snapshot, if there is one, and all of the log after it.
///
/// @param unarchived the end of `after` that stands in no segment
/// @param recent what is at hand of the log, from however long ago
record Restored(
        @Nullable Snapshot snapshot,
        List<Batch> after,
        List<Batch> unarchived,
        List<Batch> recent) {}
