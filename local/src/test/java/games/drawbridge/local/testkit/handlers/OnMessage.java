package games.drawbridge.local.testkit.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Counts each message that it is shown. `bad` is reported as failed, always; `worse` makes it
/// throw.
public final class OnMessage implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private final DynamoDbClient dynamoDb;
    private final String seen;

    public OnMessage(Environment environment) {
        dynamoDb = environment.dynamoDb();
        seen = environment.get("SEEN_TABLE");
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        event.getRecords().forEach(message -> count(message.getBody()));
        if (event.getRecords().stream().anyMatch(message -> message.getBody().equals("worse")))
            throw new IllegalStateException("worse");
        return new SQSBatchResponse(
                List.copyOf(
                        event.getRecords().stream()
                                .filter(message -> message.getBody().equals("bad"))
                                .map(message ->
                                        new SQSBatchResponse.BatchItemFailure(
                                                message.getMessageId()))
                                .toList()));
    }

    private void count(String body) {
        var key = Map.of("pk", AttributeValue.fromS("message"), "sk", AttributeValue.fromS(body));
        dynamoDb.updateItem(update ->
                update.tableName(seen)
                        .key(key)
                        .updateExpression("ADD times :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))));
    }
}
