package games.drawbridge.realtime.room;

import games.drawbridge.model.wire.WireLimits;
import games.drawbridge.realtime.log.Batch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The newest events of a room that are safe, as many as may be replayed: who comes back after a
/// moment is told from here. Were a store asked for each of them, a crowd that comes back at once
/// would ask more than it answers in time, and ask again.
final class Recent {
    private final Deque<Batch> batches = new ArrayDeque<>();
    private long events;
    private long text;

    /// @param found what there was before, oldest first
    Recent(List<Batch> found) {
        found.forEach(this::add);
    }

    void add(Batch batch) {
        if (events(batch) == 0) return;
        batches.add(batch);
        count(batch, 1);
        for (var first = batches.element(); isSpare(first); first = batches.element())
            count(batches.remove(), -1);
    }

    /// The batches from the one that holds the first event after `seq`, oldest first; fewer when
    /// more happened since than is replayed.
    List<Batch> after(long seq) {
        return batches.stream().filter(batch -> batch.reachesBeyond(seq)).toList();
    }

    /// Whether those behind the first are as many as are ever replayed.
    private boolean isSpare(Batch first) {
        return events - events(first) >= WireLimits.REPLAY_EVENTS
                || text - text(first) >= WireLimits.REPLAY_BYTES;
    }

    private void count(Batch batch, int sign) {
        events += sign * events(batch);
        text += sign * text(batch);
    }

    private static long events(Batch batch) {
        long events = 0;
        for (var entry : batch.entries()) events += entry.events().size();
        return events;
    }

    private static long text(Batch batch) {
        long text = 0;
        for (var entry : batch.entries())
            for (var event : entry.events()) text += event.text().length();
        return text;
    }
}
