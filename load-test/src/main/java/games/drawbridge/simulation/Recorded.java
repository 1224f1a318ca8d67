package games.drawbridge.simulation;

import static java.util.stream.Collectors.toMap;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Note;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.trace.Trace;
import games.drawbridge.realtime.archive.Manifest;
import games.drawbridge.realtime.archive.Manifest.Segment;
import games.drawbridge.realtime.placement.Placement;
import games.drawbridge.realtime.placement.Records;
import games.drawbridge.realtime.placement.RoomsTable.Summary;
import games.drawbridge.realtime.storage.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The records as one process reaches them: reads once, writes until they have succeeded, as
/// [games.drawbridge.realtime.placement.TableRecords] does.
final class Recorded implements Records {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RoomRows rows;
    private final Service service;
    private final Life life;
    private final Dice dice;
    private final Retry retry;
    private final Consumer<Placement> onRenewed;

    Recorded(RoomRows rows, Service service, Life life, Dice dice, Consumer<Placement> onRenewed) {
        this.rows = rows;
        this.service = service;
        this.life = life;
        this.dice = dice;
        this.retry = new Retry(life, TIMEOUT, PAUSE, InterruptedException.class);
        this.onRenewed = onRenewed;
    }

    private <T> CompletableFuture<T> read(Supplier<T> request) {
        return service.ask(life, request);
    }

    private <T> CompletableFuture<T> write(Supplier<T> request) {
        return retry.until("a row", () -> service.ask(life, request));
    }

    private CompletableFuture<Void> write(Runnable request) {
        return write(() -> {
            request.run();
            return null;
        });
    }

    @Override
    public CompletableFuture<Optional<Placement>> placement(RoomId room) {
        return read(() -> Optional.of(rows.head(room)));
    }

    @Override
    public CompletableFuture<Map<RoomId, Long>> epochs(Collection<RoomId> rooms) {
        return read(() ->
                rooms.stream().collect(toMap(it -> it, it -> rows.epoch(it, dice.happens(0.3)))));
    }

    @Override
    public CompletableFuture<Void> seat(RoomId room, PlayerId player, Instant at) {
        return write(() -> rows.seat(room, player));
    }

    @Override
    public CompletableFuture<Void> carry(RoomId room, Entry<Json> entry, @Nullable Trace trace) {
        var effects = entry.effects();
        return CompletableFuture.allOf(
                IntStream.range(0, effects.size())
                        .filter(n -> effects.get(n) instanceof Effect.Outward)
                        .mapToObj(n -> write(() -> rows.effect(room, entry, n)))
                        .toArray(CompletableFuture[]::new));
    }

    @Override
    public CompletableFuture<List<Note>> notes(RoomId room) {
        return write(() -> List.of());
    }

    @Override
    public CompletableFuture<Void> taken(RoomId room, Note note) {
        return write(() -> {});
    }

    @Override
    public CompletableFuture<Boolean> tell(Placement placement, Summary summary) {
        return write(() -> rows.tell(placement, summary));
    }

    @Override
    public CompletableFuture<Boolean> archived(
            Placement placement, Manifest after, Optional<Segment> segment) {
        return write(() -> rows.archived(placement, after, segment));
    }

    @Override
    public CompletableFuture<List<Segment>> segments(RoomId room, long seq) {
        return read(() -> rows.segments(room, seq));
    }

    @Override
    public CompletableFuture<Void> forget(RoomId room, List<Segment> segments) {
        return write(() -> rows.forget(room, segments));
    }

    @Override
    public CompletableFuture<Boolean> handOver(Placement placement, Placement heir) {
        return write(() -> rows.move(placement.epoch(), heir));
    }

    @Override
    public CompletableFuture<Optional<Placement>> renew(Placement placement) {
        return write(() -> rows.renew(placement, onRenewed));
    }
}
