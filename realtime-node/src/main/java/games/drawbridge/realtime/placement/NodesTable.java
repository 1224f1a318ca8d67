package games.drawbridge.realtime.placement;

import games.drawbridge.model.room.NodeId;
import games.drawbridge.realtime.storage.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// This node's row among `NODES` in the Rooms table.
public final class NodesTable {
    /// A node that is gone stops being listed after an hour; it stops being alive after seconds.
    private static final Duration FORGET = Duration.ofHours(1);

    private final DynamoDbClient dynamo;
    private final String table;
    private final NodeId node;
    private final String generation;
    private final String version;

    /// @param generation new in each life of the node
    /// @param version of the program
    public NodesTable(
            DynamoDbClient dynamo, String table, NodeId node, String generation, String version) {
        this.dynamo = dynamo;
        this.table = table;
        this.node = node;
        this.generation = generation;
        this.version = version;
    }

    /// @param state `ok`; `full` or `drain` when the node takes no new rooms
    /// @param busy percent of its event loops' time that is work
    public record Load(String state, int rooms, int players, int busy) {}

    /// Takes the slot over from whoever had it.
    public void begin(Load load, Instant now) {
        dynamo.putItem(put -> put.tableName(table).item(row(load, now).attributes()));
    }

    /// Says that this life of the node goes on.
    ///
    /// @return false when another life has taken the slot
    public boolean beat(Load load, Instant now) {
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row(load, now).attributes())
                            .conditionExpression("generation = :mine")
                            .expressionAttributeValues(mine()));
            return true;
        } catch (ConditionalCheckFailedException replaced) {
            return false;
        }
    }

    /// Takes the row away, unless another life has the slot: the node is gone on purpose.
    public void end() {
        try {
            dynamo.deleteItem(delete ->
                    delete.tableName(table)
                            .key(key().attributes())
                            .conditionExpression("generation = :mine")
                            .expressionAttributeValues(mine()));
        } catch (ConditionalCheckFailedException replaced) {
            // the slot is somebody else's already
        }
    }

    private Row row(Load load, Instant now) {
        return key().with("generation", generation)
                .with("state", load.state)
                .with("rooms", load.rooms)
                .with("players", load.players)
                .with("busy", load.busy)
                .with("version", version)
                .with("beatAt", now.toEpochMilli())
                .with("expires", now.plus(FORGET).getEpochSecond());
    }

    private Row key() {
        return Row.key("NODES", node.value());
    }

    private Map<String, AttributeValue> mine() {
        return Row.EMPTY.with(":mine", generation).attributes();
    }
}
