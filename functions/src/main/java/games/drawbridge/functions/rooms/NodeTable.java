package games.drawbridge.functions.rooms;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.NodeId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The realtime nodes; each beats its own row once a second.
public final class NodeTable {
    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    public NodeTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
        this.clock = clock;
    }

    /// Those that live at this moment; a hundred at most, as many as a load balancer has slots.
    /// When none does, those that did a moment ago: then it is the beats that are late, not the
    /// whole fleet that is gone, and a wrong guess is harmless, for a room's log has its own fence.
    public List<Node> alive() {
        Instant now = clock.instant();
        var all = all();
        var alive = all.stream().filter(node -> node.beatWithin(RoomLimits.BEAT, now)).toList();
        return alive.isEmpty()
                ? all.stream().filter(node -> node.beatWithin(RoomLimits.LATE, now)).toList()
                : alive;
    }

    /// Tells a node to give its rooms away; its next life knows nothing of it.
    ///
    /// @return false when this life of it has ended
    public boolean drain(Node node) {
        var values = Row.empty().with(":life", node.candidate().generation()).with(":yes", "yes");
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(Row.key("NODES", node.candidate().node().value()).values())
                            .updateExpression("SET drain = :yes")
                            .conditionExpression("generation = :life")
                            .expressionAttributeValues(values.values()));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    /// How many players are connected to all of them.
    public long players() {
        return alive().stream().mapToLong(Node::players).sum();
    }

    private List<Node> all() {
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :nodes")
                                .expressionAttributeValues(
                                        Row.empty().with(":nodes", "NODES").values())
                                .consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .map(NodeTable::node)
                .toList();
    }

    private static Node node(Row row) {
        return new Node(
                candidate(row),
                Instant.ofEpochMilli(row.number("beatAt")),
                row.number("players"),
                row.optionalNumber("busy").orElse(0L).intValue());
    }

    private static Candidate candidate(Row row) {
        String kinds = row.optionalText("kinds");
        return new Candidate(
                new NodeId(row.text("sk")),
                row.text("generation"),
                row.number("rooms"),
                Candidate.State.of(row.text("state")),
                kinds == null ? null : JsonText.read(kinds, Kinds.Known.class).versions());
    }
}
