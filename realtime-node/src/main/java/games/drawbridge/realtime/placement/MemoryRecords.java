package games.drawbridge.realtime.placement;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.trace.Trace;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.archive.Manifest.Segment;
import games.drawbridge.realtime.placement.RoomsTable.Summary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Of one room, which leaves no trace in the table.
public final class MemoryRecords implements Records {
    private final CompletableFuture<Void> archived = new CompletableFuture<>();
    private final List<Segment> segments = new ArrayList<>();
    private @Nullable Placement row;

    /// When the archive holds something of the room.
    public CompletableFuture<Void> archived() {
        return archived;
    }

    /// The keys of all that the archive holds of it.
    public synchronized List<String> objects() {
        var keys = new ArrayList<String>();
        segments.forEach(segment -> keys.add(segment.object().key()));
        if (row != null) row.manifest().snapshots().forEach(it -> keys.add(it.key()));
        return keys;
    }

    @Override
    public synchronized CompletableFuture<Optional<Placement>> placement(RoomId room) {
        return CompletableFuture.completedFuture(Optional.ofNullable(row));
    }

    @Override
    public CompletableFuture<Map<RoomId, Long>> epochs(Collection<RoomId> rooms) {
        return CompletableFuture.completedFuture(Map.of());
    }

    @Override
    public CompletableFuture<Void> seat(RoomId room, PlayerId player, Instant at) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Void> carry(RoomId room, Entry<Json> entry, @Nullable Trace trace) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<List<Note>> notes(RoomId room) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Void> taken(RoomId room, Note note) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Boolean> tell(Placement placement, Summary summary) {
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public synchronized CompletableFuture<Boolean> archived(
            Placement placement, Manifest after, Optional<Segment> segment) {
        row = placement.with(after);
        segment.ifPresent(segments::add);
        archived.complete(null);
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public synchronized CompletableFuture<List<Segment>> segments(RoomId room, long seq) {
        return CompletableFuture.completedFuture(List.copyOf(segments));
    }

    @Override
    public CompletableFuture<Void> forget(RoomId room, List<Segment> segments) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized CompletableFuture<Boolean> handOver(Placement placement, Placement heir) {
        row = row == null ? heir : heir.with(row.manifest());
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletableFuture<Optional<Placement>> renew(Placement placement) {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
