package games.drawbridge.realtime.online;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The rows `ONLINE` of the Rooms table. All calls block.
public final class OnlineTable {
    private final DynamoDbClient dynamo;
    private final String table;
    private final NodeId node;
    private final String generation;
    private final InstantSource clock;

    public OnlineTable(
            DynamoDbClient dynamo,
            String table,
            NodeId node,
            String generation,
            InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.node = node;
        this.generation = generation;
        this.clock = clock;
    }

    /// The player is here, in these rooms, and no longer elsewhere.
    void put(PlayerId player, List<RoomId> rooms) {
        var now = clock.instant();
        var row = new HashMap<>(key(player));
        row.put("node", AttributeValue.fromS(node.value()));
        row.put("generation", AttributeValue.fromS(generation));
        row.put(
                "rooms",
                AttributeValue.fromL(
                        rooms.stream().map(room -> AttributeValue.fromS(room.value())).toList()));
        row.put("since", number(now.toEpochMilli()));
        row.put("expires", number(now.plus(OnlineLimits.KEPT).getEpochSecond()));
        dynamo.putItem(put -> put.tableName(table).item(row));
    }

    /// The player is no longer here; whether elsewhere, another node says.
    void remove(PlayerId player) {
        try {
            dynamo.deleteItem(delete ->
                    delete.tableName(table)
                            .key(key(player))
                            .conditionExpression("generation = :mine")
                            .expressionAttributeValues(
                                    Map.of(":mine", AttributeValue.fromS(generation))));
        } catch (ConditionalCheckFailedException _) {
            // another node has written it meanwhile
        }
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static Map<String, AttributeValue> key(PlayerId player) {
        return Map.of(
                "pk", AttributeValue.fromS("PLAYER#" + player),
                "sk", AttributeValue.fromS("ONLINE"));
    }
}
