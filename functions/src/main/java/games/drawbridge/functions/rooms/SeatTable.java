package games.drawbridge.functions.rooms;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Who sat in which rooms, by player.
public final class SeatTable {
    private static final String ROOM = "ROOM#";

    private final DynamoDbClient dynamo;
    private final String table;

    public SeatTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
    }

    /// A player sat down there.
    public record Sat(RoomId room, Instant at) {}

    /// Of the rooms that a player entered last, those that go on; the newest first. What was left
    /// unread because the table is busy is left out: nobody's login waits for it.
    public List<OpenRoom> open(PlayerId player) {
        var seats = dynamo.query(query(player).limit(RoomLimits.SEATS).build()).items();
        if (seats.isEmpty()) return List.of();
        var rooms = seats.stream().map(Row::of).map(SeatTable::room).distinct().toList();
        var open = new HashMap<RoomId, OpenRoom>();
        for (var item : heads(rooms)) {
            var row = Row.of(item);
            if (row.text("status").equals("open"))
                open.put(room(row), new OpenRoom(room(row), row.text("kind")));
        }
        return rooms.stream().filter(open::containsKey).map(open::get).toList();
    }

    /// All rooms that a player ever sat in, the newest first.
    public List<Sat> of(PlayerId player) {
        var all = new ArrayList<Sat>();
        dynamo.queryPaginator(query(player).build()).items().stream()
                .map(Row::of)
                .forEach(
                        row -> all.add(new Sat(room(row), Instant.ofEpochMilli(row.number("at")))));
        return all;
    }

    private QueryRequest.Builder query(PlayerId player) {
        return QueryRequest.builder()
                .tableName(table)
                .indexName("seats")
                .keyConditionExpression("player = :player")
                .expressionAttributeValues(Row.empty().with(":player", player.value()).values())
                .scanIndexForward(false);
    }

    private List<Map<String, AttributeValue>> heads(List<RoomId> rooms) {
        var keys = rooms.stream().map(room -> Row.key(ROOM + room, "HEAD").values()).toList();
        var read =
                KeysAndAttributes.builder()
                        .keys(keys)
                        .projectionExpression("pk, kind, #status")
                        .expressionAttributeNames(Map.of("#status", "status"))
                        .build();
        var asked = BatchGetItemRequest.builder().requestItems(Map.of(table, read)).build();
        return dynamo.batchGetItem(asked).responses().getOrDefault(table, List.of());
    }

    private static RoomId room(Row row) {
        return new RoomId(row.text("pk").substring(ROOM.length()));
    }
}
