package games.drawbridge.functions.rooms;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.room.RoomId;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The durable log of rooms: a slot per batch.
final class LogTable {
    private final DynamoDbClient dynamo;
    private final String table;

    LogTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
    }

    /// All batches of a room, oldest first.
    void read(RoomId room, Consumer<Batch> reader) {
        dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :log")
                                .expressionAttributeValues(
                                        Row.empty().with(":log", "LOG#" + room).values())
                                .consistentRead(true))
                .items()
                .stream()
                .map(row -> JsonText.read(Row.of(row).text("batch"), Batch.class))
                .forEach(reader);
    }
}
