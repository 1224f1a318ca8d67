package games.drawbridge.local.testkit.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Counts each change that it is shown. A row called `poison` makes it throw, one called `late` is
/// reported as failed the first two times, over one called `slow` it lingers.
public final class OnChange implements RequestHandler<DynamodbEvent, StreamsEventResponse> {
    private final DynamoDbClient dynamoDb;
    private final String seen;

    public OnChange(Environment environment) {
        dynamoDb = environment.dynamoDb();
        seen = environment.get("SEEN_TABLE");
    }

    @Override
    public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
        var failures = new ArrayList<StreamsEventResponse.BatchItemFailure>();
        boolean poison = false;
        boolean slow = false;
        for (var record : event.getRecords()) {
            String name = record.getDynamodb().getKeys().get("sk").getS();
            long times = count(record.getEventName() + " " + name);
            poison |= name.equals("poison");
            slow |= name.equals("slow");
            if (name.equals("late") && times <= 2)
                failures.add(
                        new StreamsEventResponse.BatchItemFailure(
                                record.getDynamodb().getSequenceNumber()));
        }
        if (slow) LockSupport.parkNanos(1_000_000_000);
        if (poison) throw new IllegalStateException("poison");
        return new StreamsEventResponse(List.copyOf(failures));
    }

    private long count(String what) {
        var key = Map.of("pk", AttributeValue.fromS("change"), "sk", AttributeValue.fromS(what));
        var times =
                dynamoDb.updateItem(update ->
                        update.tableName(seen)
                                .key(key)
                                .updateExpression("ADD times :one")
                                .expressionAttributeValues(
                                        Map.of(":one", AttributeValue.fromN("1")))
                                .returnValues("UPDATED_NEW"));
        return Long.parseLong(times.attributes().get("times").n());
    }
}
