package games.drawbridge.functions.wallet;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Bought;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// How much of each sku players have bought.
public final class BoughtTable {
    private static final String BOUGHT = "BOUGHT#";

    private final DynamoDbClient dynamo;
    private final String table;

    public BoughtTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("WALLETS_TABLE");
    }

    private record Periods(Map<String, Long> within) {}

    /// By sku.
    public Map<String, Bought> of(PlayerId player) {
        var range = Row.range(LedgerRows.pk(player), BOUGHT);
        var all = new HashMap<String, Bought>();
        dynamo
                .queryPaginator(
                        read -> read.tableName(table).applyMutation(range).consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .forEach(row -> all.put(row.text("sk").substring(BOUGHT.length()), bought(row)));
        return all;
    }

    /// Empty when the player never bought any.
    public Optional<Bought> find(PlayerId player, String sku) {
        var row = key(player, sku).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(row).consistentRead(true));
        return Row.found(answer.item()).map(BoughtTable::bought);
    }

    /// Part of a transaction: what is bought now, if nothing was since it was seen; empty means
    /// that there was nothing.
    public TransactWriteItem putIfStill(
            PlayerId player, String sku, Optional<Bought> seen, Bought now) {
        return row(player, sku, now).putIfStill(table, "count", seen.map(Bought::ever));
    }

    static Row key(PlayerId player, String sku) {
        return Row.key(LedgerRows.pk(player), BOUGHT + sku);
    }

    static Row row(PlayerId player, String sku, Bought bought) {
        return key(player, sku)
                .with("count", bought.ever())
                .with("periods", JsonText.write(new Periods(bought.within())));
    }

    static Bought bought(Row row) {
        String periods = row.optionalText("periods");
        return new Bought(
                row.number("count"),
                periods == null ? Map.of() : JsonText.read(periods, Periods.class).within());
    }
}
