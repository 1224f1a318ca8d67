package games.drawbridge.functions.wallet;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Bought;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

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

    /// What one player bought counts for the other from now on, each sku whole or not at all.
    void move(PlayerId from, PlayerId into) {
        for (var left = of(from); !left.isEmpty(); left = of(from))
            left.forEach((sku, bought) -> move(from, into, sku, bought));
    }

    /// One that was bought in between is found with the next look.
    private void move(PlayerId from, PlayerId into, String sku, Bought bought) {
        var there = find(into, sku);
        var writes =
                List.of(
                        key(from, sku).deleteIfStill(table, "count", bought.ever()),
                        putIfStill(into, sku, there, there.map(bought::and).orElse(bought)));
        try {
            dynamo.transactWriteItems(write -> write.transactItems(writes));
        } catch (TransactionCanceledException cancelled) {
            Collision.orThrow(cancelled);
        }
    }

    void erase(PlayerId player) {
        for (String sku : of(player).keySet()) {
            var row = key(player, sku).values();
            dynamo.deleteItem(delete -> delete.tableName(table).key(row));
        }
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
