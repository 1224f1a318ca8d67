package games.drawbridge.realtime.placement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.room.Versions;
import games.drawbridge.realtime.json.Jackson;
import games.drawbridge.realtime.storage.Row;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// All nodes, and which of them a room is given to when its owner is dead. All calls block.
public final class FleetTable {
    private static final TypeReference<Map<String, Versions>> KINDS = new TypeReference<>() {};

    private final DynamoDbClient dynamo;
    private final String table;

    public FleetTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// A node's row.
    record Beat(Candidate node, Instant at) {}

    /// As many as a load balancer has slots, at most.
    List<Beat> beats() {
        var values = Row.EMPTY.with(":nodes", "NODES").attributes();
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :nodes")
                                .expressionAttributeValues(values)
                                .consistentRead(true))
                .items()
                .stream()
                .map(Row::new)
                .map(row -> new Beat(candidate(row), Instant.ofEpochMilli(row.number("beatAt"))))
                .toList();
    }

    private static Candidate candidate(Row row) {
        return new Candidate(
                new NodeId(row.text("sk")),
                row.text("generation"),
                row.number("rooms"),
                Candidate.State.of(row.text("state")),
                row.has("kinds") ? kinds(row.text("kinds")) : null);
    }

    private static @Nullable Map<String, Versions> kinds(String json) {
        try {
            return Jackson.lenient().readValue(json, KINDS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Gives a room to the best of these nodes, as the join call does, unless somebody else has
    /// given it away meanwhile, or none of them takes it.
    void give(Placement dead, List<Candidate> alive) {
        int version = version(dead.room());
        Candidate.heirs(dead.room(), dead.kind(), version, alive).stream()
                .findFirst()
                .ifPresent(next -> give(dead, next));
    }

    private int version(RoomId room) {
        var row =
                dynamo.getItem(get ->
                        get.tableName(table).consistentRead(true).key(key(room).attributes()));
        return row.hasItem() && row.item().containsKey("version")
                ? (int) new Row(row.item()).number("version")
                : 1;
    }

    private void give(Placement dead, Candidate next) {
        var versions = next.versions(dead.kind()).orElse(Versions.FIRST);
        var values =
                Row.EMPTY
                        .with(":seen", dead.epoch())
                        .with(":epoch", dead.epoch() + 1)
                        .with(":node", next.node().value())
                        .with(":generation", next.generation())
                        .with(":version", versions.newest());
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key(dead.room()).attributes())
                            .updateExpression(
                                    "SET #node = :node, generation = :generation, epoch = :epoch,"
                                            + " version = :version")
                            .conditionExpression("epoch = :seen")
                            .expressionAttributeNames(Map.of("#node", "node"))
                            .expressionAttributeValues(values.attributes()));
        } catch (ConditionalCheckFailedException givenAlready) {
            // by the join call, another relay, or an earlier try of ours: all are right
        }
    }

    private static Row key(RoomId room) {
        return Row.key("ROOM#" + room, "HEAD");
    }
}
