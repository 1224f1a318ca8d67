package games.drawbridge.realtime.closings;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.storage.Row;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The partition `CLOSINGS` of the Rooms table. All calls block.
public final class ClosingsTable {
    /// Of one look: each is looked at again and again until it is done.
    private static final int MOST = 100;

    private final DynamoDbClient dynamo;
    private final String table;

    public ClosingsTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// A room that is to be closed.
    record Closing(RoomId room, PlayerId operator, String why) {}

    /// Some that are not done.
    List<Closing> open() {
        var values = Row.EMPTY.with(":closings", "CLOSINGS").attributes();
        return dynamo
                .query(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :closings")
                                .expressionAttributeValues(values)
                                .limit(MOST)
                                .consistentRead(true))
                .items()
                .stream()
                .map(Row::new)
                .map(row ->
                        new Closing(
                                new RoomId(row.text("sk")),
                                new PlayerId(row.text("operator")),
                                row.text("why")))
                .toList();
    }

    /// Whether the room is over, or is no more.
    boolean isOver(RoomId room) {
        var key = Row.key("ROOM#" + room, "HEAD").attributes();
        var item = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true)).item();
        return item.isEmpty() || new Row(item).text("status").equals("over");
    }

    /// Takes it off the list.
    void done(RoomId room) {
        var key = Row.key("CLOSINGS", room.value()).attributes();
        dynamo.deleteItem(delete -> delete.tableName(table).key(key));
    }
}
