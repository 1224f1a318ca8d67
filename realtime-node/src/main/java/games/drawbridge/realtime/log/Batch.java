package games.drawbridge.realtime.log;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one append adds to a log. Number 0 of an epoch is its *barrier*: it has no entries, and
/// after it no lower epoch can write.
///
/// @param n 0, 1, 2 … within the epoch
/// @param node who wrote it; one epoch has one writer
/// @param version of the rules that the events are of
/// @param after of a live log's batch 1: the last batch that its owner found when it began
public record Batch(
        long epoch,
        long n,
        NodeId node,
        int version,
        List<Entry<Json>> entries,
        @JsonInclude(NON_NULL) @Nullable BatchId after) {

    public Batch(long epoch, long n, NodeId node, int version, List<Entry<Json>> entries) {
        this(epoch, n, node, version, entries, null);
    }

    public Batch {
        if (version == 0) version = 1; // written before versions were
    }

    public BatchId id() {
        return new BatchId(epoch, n);
    }

    Batch after(BatchId last) {
        return new Batch(epoch, n, node, version, entries, last);
    }

    static Batch barrier(long epoch, NodeId node) {
        return new Batch(epoch, 0, node, 1, List.of());
    }

    /// Whether this batch may hold events after `seq`. Entries without events keep the seq before
    /// them.
    public boolean reachesBeyond(long seq) {
        return !entries.isEmpty() && entries.getLast().seq() > seq;
    }
}
