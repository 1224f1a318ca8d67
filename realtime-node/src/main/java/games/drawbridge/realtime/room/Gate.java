package games.drawbridge.realtime.room;

import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.realtime.log.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Nothing leaves a room before it is safe: entries go to the log in batches, one at a time, and
/// what they made (and every answer given meanwhile) waits here in order until its batch is stored.
final class Gate {
    /// Entries in one batch: at 4 KB a move it fits a DynamoDB item of 400 KB.
    private static final int BATCH = 50;

    /// Things waiting before new moves are turned away.
    private static final int WAITING = 4_096;

    /// How long the log may take before new moves are turned away.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private record Waiting(long n, Runnable release) {}

    private final long epoch;
    private final NodeId node;
    private final int version;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final List<Entry<Json>> building = new ArrayList<>();
    private long next = 1;
    private boolean storing;
    private Instant since = Instant.MIN;

    /// @param version of the rules whose events are logged
    Gate(long epoch, NodeId node, int version) {
        this.version = version;
        this.epoch = epoch;
        this.node = node;
    }

    void log(Entry<Json> entry) {
        building.add(entry);
    }

    /// Runs this once everything logged so far is safe; at once when it is.
    void then(Runnable release) {
        if (!building.isEmpty())
            waiting.add(new Waiting(next + (building.size() - 1) / BATCH, release));
        else if (storing) waiting.add(new Waiting(next - 1, release));
        else release.run();
    }

    /// The next batch to append, unless one is on its way or there is nothing to log.
    Optional<Batch> flush(Instant now) {
        if (storing || building.isEmpty()) return Optional.empty();
        var entries = building.size() <= BATCH ? building : building.subList(0, BATCH);
        var batch = new Batch(epoch, next++, node, version, List.copyOf(entries));
        entries.clear();
        storing = true;
        since = now;
        return Optional.of(batch);
    }

    void stored(long n) {
        storing = false;
        while (!waiting.isEmpty() && waiting.peek().n() <= n) waiting.remove().release().run();
    }

    /// Whether new moves should be turned away until the log keeps up.
    boolean isBusy(Instant now) {
        return waiting.size() >= WAITING || (storing && now.isAfter(since.plus(PATIENCE)));
    }

    /// Whether something was decided that is in no batch yet.
    boolean isBuilding() {
        return !building.isEmpty();
    }

    boolean isClear() {
        return !storing && building.isEmpty();
    }
}
