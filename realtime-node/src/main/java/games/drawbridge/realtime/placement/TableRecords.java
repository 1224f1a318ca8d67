package games.drawbridge.realtime.placement;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.placement.RoomsTable.Summary;
import games.drawbridge.realtime.storage.Retry;
import games.drawbridge.realtime.storage.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// The records in the Rooms table.
public final class TableRecords implements Records {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RoomsTable table;
    private final Retry retry;
    private final Executor io;

    /// @param io where the blocking calls run
    public TableRecords(RoomsTable table, Timers timers, Executor io) {
        this.table = table;
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
        return write(
                "a seat",
                () -> {
                    table.seat(room, player, at);
                    return null;
                });
    }

    @Override
    public void carry(RoomId room, Entry<Json> entry) {
        for (int i = 0; i < entry.effects().size(); i++)
            if (entry.effects().get(i) instanceof Effect.Outward effect) {
                int n = i;
                write(
                        "an effect",
                        () -> {
                            table.effect(room, entry.seq(), n, effect, entry.when());
                            return null;
                        });
            }
    }

    @Override
    public CompletableFuture<Boolean> tell(Placement placement, Summary summary) {
        return write(
                "a summary",
                () -> table.tell(placement.room(), placement.kind(), placement.epoch(), summary));
    }

    @Override
    public CompletableFuture<Optional<Placement>> renew(Placement placement) {
        return write("a new epoch", () -> table.renew(placement));
    }

    private <T> CompletableFuture<T> write(String what, Supplier<T> call) {
        return retry.until(what, () -> CompletableFuture.supplyAsync(call, io));
    }

    /// No failure of these writes is final.
    private static final class Never extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
