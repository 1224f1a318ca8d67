package games.drawbridge.realtime.online;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Keeps the rows of those who are connected as they are: each look writes what has changed since
/// the one before. Kept by one thread.
public final class Online {
    private final Supplier<Map<PlayerId, List<RoomId>>> connected;
    private final BiConsumer<PlayerId, List<RoomId>> put;
    private final Consumer<PlayerId> remove;
    private final Map<PlayerId, List<RoomId>> written = new HashMap<>();

    /// @param connected who is connected to this node at this moment, and in which rooms
    public Online(OnlineTable table, Supplier<Map<PlayerId, List<RoomId>>> connected) {
        this(connected, table::put, table::remove);
    }

    Online(
            Supplier<Map<PlayerId, List<RoomId>>> connected,
            BiConsumer<PlayerId, List<RoomId>> put,
            Consumer<PlayerId> remove) {
        this.connected = connected;
        this.put = put;
        this.remove = remove;
    }

    /// Writes what has changed. What fails is tried again by the next look.
    public void look() {
        var now = connected.get();
        int rows = 0;
        for (var entry : now.entrySet()) {
            if (rows >= OnlineLimits.ROWS) return;
            if (entry.getValue().equals(written.get(entry.getKey()))) continue;
            put.accept(entry.getKey(), entry.getValue());
            written.put(entry.getKey(), entry.getValue());
            rows++;
        }
        for (var player : List.copyOf(written.keySet())) {
            if (rows >= OnlineLimits.ROWS) return;
            if (now.containsKey(player)) continue;
            remove.accept(player);
            written.remove(player);
            rows++;
        }
    }
}
