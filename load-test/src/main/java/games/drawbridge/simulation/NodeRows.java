package games.drawbridge.simulation;

import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;

/// The nodes' rows: who beats, and when last.
final class NodeRows {
    private static final Duration BEAT = Duration.ofSeconds(4);
    private static final Duration LATE = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final TreeMap<String, Row> rows = new TreeMap<>();

    record Row(Candidate node, Instant beatAt) {}

    /// @param clock of who reads
    NodeRows(InstantSource clock) {
        this.clock = clock;
    }

    void begin(Row row) {
        rows.put(row.node.node().value(), row);
    }

    /// @return false when another life has the slot
    boolean beat(Row row) {
        var there = rows.get(row.node.node().value());
        if (there == null || !there.node.generation().equals(row.node.generation())) return false;
        rows.put(row.node.node().value(), row);
        return true;
    }

    void end(NodeId node, String generation) {
        var there = rows.get(node.value());
        if (there != null && there.node.generation().equals(generation)) rows.remove(node.value());
    }

    List<Candidate> beating() {
        return within(BEAT);
    }

    /// Those that beat; should none do, the beats are late and not the nodes gone.
    List<Candidate> alive() {
        var beating = beating();
        return beating.isEmpty() ? within(LATE) : beating;
    }

    private List<Candidate> within(Duration time) {
        var now = clock.instant();
        return rows.values().stream()
                .filter(it -> it.beatAt.plus(time).isAfter(now))
                .map(Row::node)
                .toList();
    }
}
