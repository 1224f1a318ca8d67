package games.drawbridge.realtime.purchases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Purchase;
import games.drawbridge.model.wallet.Unit;
import games.drawbridge.realtime.json.Jackson;
import games.drawbridge.realtime.storage.Row;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What players have bought lately: the partition `BOUGHT` of the Rooms table. All calls block.
public final class PurchaseTable {
    private static final TypeReference<Map<Unit, Long>> GOODS = new TypeReference<>() {};

    private final DynamoDbClient dynamo;
    private final String table;

    public PurchaseTable(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /// In the order in which they were written.
    List<Purchase> since(Instant at) {
        var values =
                Row.EMPTY
                        .with(":bought", "BOUGHT")
                        .with(":since", "%013d".formatted(at.toEpochMilli()))
                        .attributes();
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :bought AND sk >= :since")
                                .expressionAttributeValues(values)
                                .consistentRead(true))
                .items()
                .stream()
                .map(Row::new)
                .map(PurchaseTable::purchase)
                .toList();
    }

    private static Purchase purchase(Row row) {
        return new Purchase(
                row.text("purchase"), new PlayerId(row.text("player")), goods(row.text("goods")));
    }

    private static Map<Unit, Long> goods(String json) {
        try {
            return Jackson.lenient().readValue(json, GOODS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
