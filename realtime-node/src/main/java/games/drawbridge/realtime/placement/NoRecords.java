package games.drawbridge.realtime.placement;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.archive.Manifest.Segment;
import games.drawbridge.realtime.placement.RoomsTable.Summary;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// For a room that leaves no trace.
public final class NoRecords implements Records {

    @Override
    public CompletableFuture<Optional<Placement>> placement(RoomId room) {
        return CompletableFuture.completedFuture(Optional.empty());
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
    public CompletableFuture<Void> carry(RoomId room, Entry<Json> entry) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Boolean> tell(Placement placement, Summary summary) {
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletableFuture<Boolean> archived(
            Placement placement, Manifest after, Optional<Segment> segment) {
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletableFuture<List<Segment>> segments(RoomId room, long seq) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Void> forget(RoomId room, List<Segment> segments) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<Boolean> handOver(Placement placement, Placement heir) {
        return CompletableFuture.completedFuture(true);
    }

    @Override
    public CompletableFuture<Optional<Placement>> renew(Placement placement) {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
