package games.drawbridge.it;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Account;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Puts rooms where a test wants them.
final class Placing {
    private Placing() {}

    /// A seat in a new room, once this node owns it; nobody may have entered it yet.
    static JsonNode at(String node, JsonNode seat, Account player) {
        if (seat.get("node").asText().equals(node)) return seat;
        var world = TheWorld.world();
        var dynamo = world.aws().dynamoDb();
        var table = world.template().variable("ROOMS_TABLE").orElseThrow();
        var room = key("ROOM#" + seat.get("room").asText(), "HEAD");
        var values = Map.of(":node", text(node), ":life", generation(dynamo, table, node));
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(room)
                        .updateExpression("SET #node = :node, generation = :life")
                        .expressionAttributeNames(Map.of("#node", "node"))
                        .expressionAttributeValues(values));
        return Players.join(player, seat);
    }

    private static AttributeValue generation(DynamoDbClient dynamo, String table, String node) {
        var row = dynamo.getItem(get -> get.tableName(table).key(key("NODES", node)));
        return row.item().get("generation");
    }

    private static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of("pk", text(pk), "sk", text(sk));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
