package games.drawbridge.realtime.placement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.Versions;
import games.drawbridge.realtime.json.Jackson;
import games.drawbridge.realtime.storage.Row;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// All nodes, as their rows say. All calls block.
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
}
