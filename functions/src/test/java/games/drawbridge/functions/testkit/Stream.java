package games.drawbridge.functions.testkit;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/// What the stream of Leaderboards would bring to the function that folds scores: the keys of rows
/// that are there, or ever were when it was asked before.
public final class Stream {
    private final World world;
    private final Set<String> seen = new ConcurrentSkipListSet<>();

    public Stream(World world) {
        this.world = world;
    }

    /// Brings everything once.
    public StreamsEventResponse bring() {
        return bring(keys());
    }

    /// Brings these to an instance of its own.
    ///
    /// @param keys each `pk sk`
    @SuppressWarnings("unchecked")
    public StreamsEventResponse bring(List<String> keys) {
        var records = new ArrayList<DynamodbStreamRecord>();
        for (var key : keys) records.add(record(key));
        var event = new DynamodbEvent();
        event.setRecords(records);
        return ((RequestHandler<DynamodbEvent, StreamsEventResponse>) world.fresh("FoldScores"))
                .handleRequest(event, new TestContext("FoldScores"));
    }

    /// Of all rows that scores and bans have, and had.
    public List<String> keys() {
        for (var row : world.tables().rows("Leaderboards")) {
            String key = row.get("pk").s() + " " + row.get("sk").s();
            if (key.startsWith("SCORES#") || key.startsWith("OUT#")) seen.add(key);
        }
        return List.copyOf(seen);
    }

    private static DynamodbStreamRecord record(String key) {
        String[] parts = key.split(" ", -1);
        var record = new DynamodbStreamRecord();
        record.setEventName("MODIFY");
        record.setDynamodb(
                new StreamRecord()
                        .withSequenceNumber(key)
                        .withKeys(
                                Map.of(
                                        "pk", new AttributeValue().withS(parts[0]),
                                        "sk", new AttributeValue().withS(parts[1]))));
        return record;
    }
}
