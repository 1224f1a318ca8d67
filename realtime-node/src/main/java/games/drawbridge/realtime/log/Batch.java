package games.drawbridge.realtime.log;

import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import java.util.List;

/// What one append adds to a log. Number 0 of an epoch is its *barrier*: it has no entries, and
/// after it no lower epoch can write.
///
/// @param n 0, 1, 2 … within the epoch
/// @param node who wrote it; one epoch has one writer
/// @param version of the rules that the events are of
public record Batch(long epoch, long n, NodeId node, int version, List<Entry<Json>> entries) {

    public Batch {
        if (version == 0) version = 1; // written before versions were
    }

    public BatchId id() {
        return new BatchId(epoch, n);
    }

    static Batch barrier(long epoch, NodeId node) {
        return new Batch(epoch, 0, node, 1, List.of());
    }

    /// Whether this batch may hold events after `seq`. Entries without events keep the seq before
    /// them.
    boolean reachesBeyond(long seq) {
        return !entries.isEmpty() && entries.getLast().seq() > seq;
    }
}
