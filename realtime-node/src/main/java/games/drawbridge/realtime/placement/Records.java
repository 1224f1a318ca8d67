package games.drawbridge.realtime.placement;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.placement.RoomsTable.Summary;
import games.drawbridge.realtime.storage.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// The Rooms table without waiting: reads once, writes until it has succeeded. Should the node die
/// first, the room's next owner finds in the log what is still to be written, and writing twice is
/// harmless.
public final class Records {
    private static final Retry RETRY =
            new Retry(Duration.ofSeconds(5), Duration.ofSeconds(1), Never.class);

    private final RoomsTable table;
    private final Executor io;

    /// @param io where the blocking calls run
    public Records(RoomsTable table, Executor io) {
        this.table = table;
        this.io = io;
    }

    public CompletableFuture<Optional<Placement>> placement(RoomId room) {
        return CompletableFuture.supplyAsync(() -> table.placement(room), io);
    }

    /// Under which epochs these rooms are owned now.
    ///
    /// @param rooms [RoomsTable#MOST_READ] at most
    public CompletableFuture<Map<RoomId, Long>> epochs(Collection<RoomId> rooms) {
        return CompletableFuture.supplyAsync(() -> table.epochs(rooms), io);
    }

    /// Completes when it is remembered that the player was in the room.
    public CompletableFuture<Void> seat(RoomId room, PlayerId player, Instant at) {
        return write(
                "a seat",
                () -> {
                    table.seat(room, player, at);
                    return null;
                });
    }

    /// Hands the effects of a safe entry over to the functions that apply them.
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

    /// Tells what a room has become; false when its epoch is over.
    public CompletableFuture<Boolean> tell(Placement placement, Summary summary) {
        return write(
                "a summary",
                () -> table.tell(placement.room(), placement.kind(), placement.epoch(), summary));
    }

    private <T> CompletableFuture<T> write(String what, Supplier<T> call) {
        return RETRY.until(what, () -> CompletableFuture.supplyAsync(call, io));
    }

    /// No failure of these writes is final.
    private static final class Never extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
