package games.drawbridge.functions.log;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.room.RoomId;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The segments of rooms: which objects hold the closed stretches of their logs.
final class SegmentTable {
    private static final String SEGMENT = "SEGMENT#";
    private static final String END = SEGMENT + "~";

    private final DynamoDbClient dynamo;
    private final String table;

    SegmentTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
    }

    /// The segments with anything in them that happened since this event, in order; read as far as
    /// they are asked for.
    Iterable<Stored> since(RoomId room, long seq) {
        var first = SEGMENT + "%012d".formatted(seq);
        return () -> query(room, first, true).map(SegmentTable::stored).iterator();
    }

    /// Seq of the newest event that stands in a segment.
    Optional<Long> head(RoomId room) {
        return query(room, SEGMENT, false).map(row -> row.number("seq")).findFirst();
    }

    private java.util.stream.Stream<Row> query(RoomId room, String first, boolean forward) {
        var values =
                Row.empty().with(":room", "ROOM#" + room).with(":first", first).with(":end", END);
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :room AND sk BETWEEN :first AND :end")
                                .expressionAttributeValues(values.values())
                                .scanIndexForward(forward)
                                .limit(LogLimits.LOOK)
                                .consistentRead(true))
                .items()
                .stream()
                .map(Row::of);
    }

    private static Stored stored(Row row) {
        return new Stored(row.text("key"), row.text("sha256"), row.number("seq"));
    }
}
