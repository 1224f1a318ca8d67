package games.drawbridge.functions.wallet;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.http.Page;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Leg;
import games.drawbridge.model.wallet.Transaction;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The entries of all wallets, each wallet's in the order of time.
public final class EntryTable {
    private static final String ENTRY = "ENTRY#";

    private final DynamoDbClient dynamo;
    private final String table;

    public EntryTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("WALLETS_TABLE");
    }

    /// Newest first, one more than the page holds if there are more.
    List<LedgerEntry> newest(PlayerId player, Page page) {
        String pk = LedgerRows.pk(player);
        var answer =
                dynamo.query(read ->
                        read.tableName(table)
                                .applyMutation(Row.range(pk, ENTRY))
                                .scanIndexForward(false)
                                .limit(page.toRead())
                                .exclusiveStartKey(start(pk, page.after())));
        return answer.items().stream().map(Row::of).map(EntryTable::entry).toList();
    }

    /// All of them, newest first.
    List<LedgerEntry> all(PlayerId player) {
        var range = Row.range(LedgerRows.pk(player), ENTRY);
        return dynamo
                .queryPaginator(
                        read -> read.tableName(table).applyMutation(range).scanIndexForward(false))
                .items()
                .stream()
                .map(Row::of)
                .map(EntryTable::entry)
                .toList();
    }

    private static @Nullable Map<String, AttributeValue> start(String pk, @Nullable String after) {
        return after == null ? null : Row.key(pk, ENTRY + after).values();
    }

    static Row row(Transaction transaction, Leg leg, Instant at) {
        String pk = LedgerRows.pk(leg.account().player().orElseThrow());
        String sk =
                "%s%013d#%s#%s".formatted(ENTRY, at.toEpochMilli(), transaction.id(), leg.unit());
        return Row.key(pk, sk)
                .with("transaction", transaction.id())
                .with("unit", leg.unit().value())
                .with("amount", leg.amount())
                .with("reason", transaction.reason())
                .with("at", at.toEpochMilli());
    }

    private static LedgerEntry entry(Row row) {
        return new LedgerEntry(
                Instant.ofEpochMilli(row.number("at")),
                row.text("transaction"),
                row.text("reason"),
                new Unit(row.text("unit")),
                row.number("amount"),
                row.text("sk").substring(ENTRY.length()));
    }
}
