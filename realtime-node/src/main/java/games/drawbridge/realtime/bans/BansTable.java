package games.drawbridge.realtime.bans;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.realtime.storage.Row;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What support has lately said of players who may be connected: the partition `BANS` of the Rooms
/// table. All calls block.
public final class BansTable {
    private final DynamoDbClient dynamo;
    private final String table;

    public BansTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// @param id in the order of time
    /// @param until when it ends; at the end of time if never
    /// @param lifted whether the player may come back instead
    record Word(String id, PlayerId player, Instant until, boolean lifted) {}

    /// In the order in which they were said.
    List<Word> since(Instant at) {
        var values =
                Row.EMPTY
                        .with(":bans", "BANS")
                        .with(":since", "%013d".formatted(at.toEpochMilli()))
                        .attributes();
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :bans AND sk >= :since")
                                .expressionAttributeValues(values)
                                .consistentRead(true))
                .items()
                .stream()
                .map(Row::new)
                .map(BansTable::word)
                .toList();
    }

    private static Word word(Row row) {
        return new Word(
                row.text("sk"),
                new PlayerId(row.text("who")),
                row.has("until") ? Instant.ofEpochMilli(row.number("until")) : Instant.MAX,
                row.has("lifted"));
    }
}
