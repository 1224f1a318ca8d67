package games.drawbridge.realtime.placement;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.trace.Trace;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.archive.Manifest.Segment;
import games.drawbridge.realtime.placement.RoomsTable.Summary;
import games.drawbridge.realtime.storage.Retry;
import games.drawbridge.realtime.storage.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The records in the Rooms table.
public final class TableRecords implements Records {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RoomsTable table;
    private final ArchiveTable archive;
    private final NotesTable notes;
    private final Retry retry;
    private final Executor io;

    /// @param io where the blocking calls run
    public TableRecords(
            RoomsTable table, ArchiveTable archive, NotesTable notes, Timers timers, Executor io) {
        this.notes = notes;
        this.table = table;
        this.archive = archive;
        this.retry = new Retry(timers, TIMEOUT, PAUSE, Never.class);
        this.io = io;
    }

    @Override
    public CompletableFuture<Optional<Placement>> placement(RoomId room) {
        return CompletableFuture.supplyAsync(() -> table.placement(room), io);
    }

    @Override
    public CompletableFuture<Map<RoomId, Long>> epochs(Collection<RoomId> rooms) {
        return CompletableFuture.supplyAsync(() -> table.epochs(rooms), io);
    }

    @Override
    public CompletableFuture<Void> seat(RoomId room, PlayerId player, Instant at) {
        return retried(
                "a seat",
                () -> {
                    table.seat(room, player, at);
                    return null;
                });
    }

    @Override
    public CompletableFuture<Void> carry(RoomId room, Entry<Json> entry, @Nullable Trace trace) {
        var effects = entry.effects();
        return CompletableFuture.allOf(
                IntStream.range(0, effects.size())
                        .filter(n -> effects.get(n) instanceof Effect.Outward)
                        .mapToObj(n -> carry(room, entry, n, trace))
                        .toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> carry(
            RoomId room, Entry<Json> entry, int n, @Nullable Trace trace) {
        return retried(
                "an effect",
                () -> {
                    var effect = entry.effects().get(n);
                    table.effect(room, entry.seq(), n, effect, entry.when(), trace);
                    return null;
                });
    }

    @Override
    public CompletableFuture<List<Note>> notes(RoomId room) {
        return retried("notes", () -> notes.of(room));
    }

    @Override
    public CompletableFuture<Void> taken(RoomId room, Note note) {
        return retried(
                "a note",
                () -> {
                    notes.taken(room, note);
                    return null;
                });
    }

    @Override
    public CompletableFuture<Boolean> tell(Placement placement, Summary summary) {
        return retried(
                "a summary",
                () -> table.tell(placement.room(), placement.kind(), placement.epoch(), summary));
    }

    @Override
    public CompletableFuture<Optional<Placement>> renew(Placement placement) {
        return retried("a new epoch", () -> table.renew(placement));
    }

    @Override
    public CompletableFuture<Boolean> archived(
            Placement placement, Manifest after, Optional<Segment> segment) {
        return retried("what is archived", () -> archive.tell(placement, after, segment));
    }

    @Override
    public CompletableFuture<List<Segment>> segments(RoomId room, long seq) {
        return retried("segments", () -> archive.segments(room, seq));
    }

    @Override
    public CompletableFuture<Void> forget(RoomId room, List<Segment> segments) {
        return retried(
                "a segment",
                () -> {
                    archive.forget(room, segments);
                    return null;
                });
    }

    @Override
    public CompletableFuture<Boolean> handOver(Placement placement, Placement heir) {
        return retried("a hand-over", () -> table.handOver(placement, heir));
    }

    private <T> CompletableFuture<T> retried(String what, Supplier<T> call) {
        return retry.until(what, () -> CompletableFuture.supplyAsync(call, io));
    }

    /// No failure of these calls is final.
    private static final class Never extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
