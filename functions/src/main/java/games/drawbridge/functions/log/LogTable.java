package games.drawbridge.functions.log;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.room.RoomId;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The durable log of rooms: a slot per batch.
final class LogTable {
    /// One above what twelve digits hold.
    private static final long END = 1_000_000_000_000L;

    private final DynamoDbClient dynamo;
    private final String table;

    LogTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
    }

    /// What of the room stands there; a batch's place is its slot.
    Stretch of(RoomId room) {
        return new Stretch() {
            @Override
            public List<Placed> forward(long place, int count) {
                return query(room, place, END, true, count);
            }

            @Override
            public List<Placed> backward(long place, int count) {
                return query(room, 0, Math.min(place, END), false, count);
            }
        };
    }

    /// @param end the slot that is not asked for any more
    private List<Stretch.Placed> query(
            RoomId room, long first, long end, boolean forward, int count) {
        if (first >= end) return List.of();
        var values =
                Row.empty()
                        .with(":log", "LOG#" + room)
                        .with(":first", slot(first))
                        .with(":last", slot(end - 1));
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :log AND sk BETWEEN :first AND :last")
                                .expressionAttributeValues(values.values())
                                .scanIndexForward(forward)
                                .limit(count)
                                .consistentRead(true))
                .items()
                .stream()
                .limit(count)
                .map(Row::of)
                .map(LogTable::placed)
                .toList();
    }

    private static String slot(long number) {
        return "%012d".formatted(number);
    }

    private static Stretch.Placed placed(Row row) {
        return new Stretch.Placed(
                Long.parseLong(row.text("sk")), JsonText.read(row.text("batch"), Batch.class));
    }
}
