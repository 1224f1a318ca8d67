package games.drawbridge.realtime.online;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Keeps the rows of those who are connected as they are: each look writes what has changed since
/// the one before. Kept by one thread.
public final class Online {
    private final Supplier<Map<PlayerId, List<RoomId>>> connected;
    private final BiConsumer<PlayerId, List<RoomId>> put;
    private final Consumer<PlayerId> remove;
    private final Consumer<Set<PlayerId>> reachable;
    private final Map<PlayerId, List<RoomId>> written = new HashMap<>();

    /// @param connected who is connected to this node at this moment, and in which rooms
    /// @param reachable is given, after each look, those of whom others can read that they are here
    public Online(
            OnlineTable table,
            Supplier<Map<PlayerId, List<RoomId>>> connected,
            Consumer<Set<PlayerId>> reachable) {
        this(connected, table::put, table::remove, reachable);
    }

    Online(
            Supplier<Map<PlayerId, List<RoomId>>> connected,
            BiConsumer<PlayerId, List<RoomId>> put,
            Consumer<PlayerId> remove,
            Consumer<Set<PlayerId>> reachable) {
        this.connected = connected;
        this.put = put;
        this.remove = remove;
        this.reachable = reachable;
    }

    /// Writes what has changed. What fails is tried again by the next look.
    public void look() {
        try {
            write(connected.get());
        } finally {
            reachable.accept(Collections.unmodifiableSet(written.keySet()));
        }
    }

    private void write(Map<PlayerId, List<RoomId>> now) {
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
