package games.drawbridge.realtime.online;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The rows `ONLINE` of the Rooms table. All calls block.
public final class OnlineTable {
    private final DynamoDbClient dynamo;
    private final String table;
    private final Map<String, String> names;
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
        this.names = Map.of("#on", "on-" + node);
        this.generation = generation;
        this.clock = clock;
    }

    /// The player is here, in these rooms. What other nodes say of theirs stays as it is.
    void put(PlayerId player, List<RoomId> rooms) {
        var here = Stream.concat(Stream.of(generation), rooms.stream().map(RoomId::value));
        var expires = clock.instant().plus(OnlineLimits.KEPT).getEpochSecond();
        var values =
                Map.of(
                        ":here", AttributeValue.fromL(here.map(AttributeValue::fromS).toList()),
                        ":expires", AttributeValue.fromN(Long.toString(expires)));
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(key(player))
                        .updateExpression("SET #on = :here, expires = :expires")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values));
    }

    /// The player is no longer here.
    void remove(PlayerId player) {
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key(player))
                            .updateExpression("REMOVE #on")
                            .conditionExpression("#on[0] = :mine")
                            .expressionAttributeNames(names)
                            .expressionAttributeValues(
                                    Map.of(":mine", AttributeValue.fromS(generation))));
        } catch (ConditionalCheckFailedException _) {
            // the row is gone, or the next life of this node has written it meanwhile
        }
    }

    private static Map<String, AttributeValue> key(PlayerId player) {
        return Map.of(
                "pk", AttributeValue.fromS("PLAYER#" + player),
                "sk", AttributeValue.fromS("ONLINE"));
    }
}
