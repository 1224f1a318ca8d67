package games.drawbridge.realtime.placement;

import com.fasterxml.jackson.core.JsonProcessingException;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.Versions;
import games.drawbridge.realtime.json.Jackson;
import games.drawbridge.realtime.storage.Row;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// This node's row among `NODES` in the Rooms table.
public final class NodesTable {
    /// A node that is gone stops being listed after an hour; it stops being alive after seconds.
    private static final Duration FORGET = Duration.ofHours(1);

    private final DynamoDbClient dynamo;
    private final String table;
    private final NodeId node;
    private final String generation;
    private final String version;
    private final String kinds;

    /// @param generation new in each life of the node
    /// @param version of the program
    /// @param kinds whose rooms it can go on with
    public NodesTable(
            DynamoDbClient dynamo,
            String table,
            NodeId node,
            String generation,
            String version,
            Map<String, Versions> kinds) {
        this.dynamo = dynamo;
        this.table = table;
        this.node = node;
        this.generation = generation;
        this.version = version;
        this.kinds = json(kinds);
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
    /// @return what others want of it
    public Order beat(Load load, Instant now) {
        var row = row(load, now).attributes();
        var values = new HashMap<>(mine());
        var names = new HashMap<String, String>();
        var sets = new ArrayList<String>();
        row.forEach((name, value) -> {
            if (name.equals("pk") || name.equals("sk")) return;
            names.put("#" + name, name);
            values.put(":" + name, value);
            sets.add("#" + name + " = :" + name);
        });
        try {
            var after =
                    dynamo.updateItem(it ->
                            it.tableName(table)
                                    .key(key().attributes())
                                    .updateExpression("SET " + String.join(", ", sets))
                                    .conditionExpression("generation = :mine")
                                    .expressionAttributeNames(names)
                                    .expressionAttributeValues(values)
                                    .returnValues(ReturnValue.ALL_NEW));
            return new Row(after.attributes()).has("drain") ? Order.DRAIN : Order.GO_ON;
        } catch (ConditionalCheckFailedException replaced) {
            return Order.STOP;
        }
    }

    /// What others want of this node.
    public enum Order {
        GO_ON,
        /// An operator has put `drain` into the row.
        DRAIN,
        /// Another life has taken the slot.
        STOP
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
                .with("kinds", kinds)
                .with("beatAt", now.toEpochMilli())
                .with("expires", now.plus(FORGET).getEpochSecond());
    }

    private static String json(Map<String, Versions> kinds) {
        try {
            return Jackson.lenient().writeValueAsString(kinds);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Row key() {
        return Row.key("NODES", node.value());
    }

    private Map<String, AttributeValue> mine() {
        return Row.EMPTY.with(":mine", generation).attributes();
    }
}
