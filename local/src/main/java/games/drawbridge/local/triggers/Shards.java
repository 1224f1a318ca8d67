package games.drawbridge.local.triggers;

import games.drawbridge.local.template.Trigger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;

/// The shards of one stream, as far as one trigger has read them.
final class Shards {
    private final Trigger.OfStream trigger;
    private final String stream;
    private final Engine engine;
    private final Set<String> ended = new HashSet<>();
    private final Map<String, String> iterators = new HashMap<>();

    Shards(Trigger.OfStream trigger, String stream, Engine engine) {
        this.trigger = trigger;
        this.stream = stream;
        this.engine = engine;
    }

    /// The shards that can be read now. A row's changes go on in a shard's child, so the child
    /// waits until the parent is read to its end.
    List<String> readable() {
        var all = all();
        var known = all.stream().map(Shard::shardId).toList();
        return all.stream()
                .filter(shard -> !ended.contains(shard.shardId()))
                .filter(shard ->
                        shard.parentShardId() == null
                                || ended.contains(shard.parentShardId())
                                || !known.contains(shard.parentShardId()))
                .map(Shard::shardId)
                .toList();
    }

    private List<Shard> all() {
        var shards = new ArrayList<Shard>();
        String last = null;
        do {
            var page = page(last);
            shards.addAll(page.shards());
            last = page.lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    private software.amazon.awssdk.services.dynamodb.model.StreamDescription page(
            @Nullable String after) {
        return engine.aws()
                .streams()
                .describeStream(ask -> ask.streamArn(stream).exclusiveStartShardId(after))
                .streamDescription();
    }

    /// Reads on in a shard.
    ///
    /// @return whether it goes on
    boolean look(String shard, List<Change> into) {
        try {
            var records = records(shard);
            records.records()
                    .forEach(each -> into.add(Change.of(each, stream, engine.cloud().region())));
            return goOn(shard, records.nextShardIterator());
        } catch (TrimmedDataAccessException _) {
            // The world was stopped for longer than streams keep their records.
            engine.checkpoints().forget(trigger.name(), shard);
            iterators.remove(shard);
            return true;
        }
    }

    private GetRecordsResponse records(String shard) {
        String known = iterators.get(shard);
        String from = known == null ? iterator(shard) : known;
        return engine.aws()
                .streams()
                .getRecords(ask -> ask.shardIterator(from).limit(TriggerLimits.LOOK));
    }

    private boolean goOn(String shard, @Nullable String next) {
        if (next == null) ended.add(shard);
        else iterators.put(shard, next);
        return next != null;
    }

    /// Begins again at the checkpoints: iterators grow old.
    void restart() {
        iterators.clear();
    }

    /// After what is settled; else at the oldest change that is kept.
    private String iterator(String shard) {
        var settled = engine.checkpoints().at(trigger.name(), shard);
        var type =
                settled.isPresent()
                        ? ShardIteratorType.AFTER_SEQUENCE_NUMBER
                        : ShardIteratorType.TRIM_HORIZON;
        return engine.aws()
                .streams()
                .getShardIterator(ask ->
                        ask.streamArn(stream)
                                .shardId(shard)
                                .shardIteratorType(type)
                                .sequenceNumber(settled.orElse(null)))
                .shardIterator();
    }
}
