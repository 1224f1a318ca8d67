package games.drawbridge.simulation;

import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.log.Batch;
import games.drawbridge.realtime.log.BatchId;
import games.drawbridge.realtime.log.Streams.Added;
import games.drawbridge.simulation.Slotted.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Live logs as Redis keeps them: an id must be above the highest that the stream ever had, even
/// when that one is trimmed away. The server may go away and come back with less than it had.
final class StreamServer {
    private final Consumer<Stored> onStored;
    private final Map<RoomId, Stream> streams = new HashMap<>();
    private final List<StreamLink> links = new ArrayList<>();
    private boolean up = true;
    private int lives;

    private static final class Stream {
        final TreeMap<BatchId, Batch> batches = new TreeMap<>();
        @Nullable BatchId top;
    }

    StreamServer(Consumer<Stored> onStored) {
        this.onStored = onStored;
    }

    List<Batch> log(RoomId room) {
        var stream = streams.get(room);
        return stream == null ? List.of() : List.copyOf(stream.batches.values());
    }

    boolean isUp() {
        return up;
    }

    /// How often it has stopped: what was sent to an earlier process is never done by a later one.
    int lives() {
        return lives;
    }

    void connect(StreamLink link) {
        links.add(link);
    }

    // ---- what it does for who asks ----

    Added add(RoomId room, Batch batch, boolean begins) {
        var stream = begins ? streams.computeIfAbsent(room, _ -> new Stream()) : streams.get(room);
        if (stream == null) return Added.NO_STREAM;
        var top = stream.top;
        if (top != null && !batch.id().isAfter(top)) return Added.REFUSED;
        stream.batches.put(batch.id(), batch);
        stream.top = batch.id();
        onStored.accept(new Stored(room, batch));
        return Added.YES;
    }

    List<Batch> forward(RoomId room, @Nullable BatchId after, int count) {
        var stream = streams.get(room);
        if (stream == null) return List.of();
        var all = after == null ? stream.batches : stream.batches.tailMap(after, false);
        return all.values().stream().limit(count).toList();
    }

    Optional<Batch> newest(RoomId room) {
        var stream = streams.get(room);
        return Optional.ofNullable(stream == null ? null : stream.batches.lastEntry())
                .map(Map.Entry::getValue);
    }

    void trim(RoomId room, BatchId first) {
        var stream = streams.get(room);
        if (stream != null) stream.batches.headMap(first, false).clear();
    }

    void retire(RoomId room) {
        var stream = streams.get(room);
        if (stream != null) stream.batches.clear();
    }

    // ---- what is done to it ----

    /// Every connection breaks. What was asked and not done yet may never be.
    void stop() {
        up = false;
        lives++;
        links.forEach(StreamLink::broken);
    }

    void start() {
        up = true;
    }

    /// Forgets the last batches of every stream, as a server does whose disk was behind.
    void loseTail(int most, Dice dice) {
        for (var stream : streams.values())
            for (int lost = dice.upTo(most + 1); lost > 0 && !stream.batches.isEmpty(); lost--) {
                stream.batches.pollLastEntry();
                stream.top = stream.batches.isEmpty() ? null : stream.batches.lastKey();
            }
        streams.values().removeIf(stream -> stream.top == null);
    }

    void loseEverything() {
        streams.clear();
    }
}
