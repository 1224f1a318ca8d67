package games.drawbridge.realtime.news;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Purchase;
import games.drawbridge.model.wallet.Unit;
import games.drawbridge.realtime.json.Jackson;
import games.drawbridge.realtime.storage.Row;
import games.drawbridge.realtime.storage.WrittenTable;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What players have bought lately: the partition `BOUGHT` of the Rooms table. All calls block.
public final class PurchaseNewsTable {
    private static final TypeReference<Map<Unit, Long>> GOODS = new TypeReference<>() {};

    private final WrittenTable rows;

    public PurchaseNewsTable(DynamoDbClient dynamo, String table) {
        rows = new WrittenTable(dynamo, table, "BOUGHT");
    }

    /// In the order in which they were written.
    public List<Purchase> since(Instant at) {
        return rows.since(at).stream().map(PurchaseNewsTable::purchase).toList();
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
