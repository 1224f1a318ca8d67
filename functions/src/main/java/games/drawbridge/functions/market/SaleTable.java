package games.drawbridge.functions.market;

import com.fasterxml.jackson.annotation.JsonIgnore;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.http.Page;
import games.drawbridge.model.market.MarketLimits;
import games.drawbridge.model.market.Offer;
import games.drawbridge.model.market.Prices;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What was paid for what, and when; by whom, only the ledger knows.
final class SaleTable {
    private static final String SALE = "SALE#";

    private final DynamoDbClient dynamo;
    private final String table;

    SaleTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("MARKET_TABLE");
    }

    /// @param position where it stands in the list
    record Sale(int amount, long price, Instant at, @JsonIgnore String position) {}

    /// Part of a transaction.
    TransactWriteItem put(Offer offer, Instant now) {
        String sk = "%s%013d#%s".formatted(SALE, now.toEpochMilli(), offer.id());
        return Row.key(pk(offer.item()), sk)
                .with("amount", offer.amount())
                .with("price", offer.price())
                .with("at", now.toEpochMilli())
                .with("expires", now.plus(MarketCallLimits.CLOSED).getEpochSecond())
                .putIfAbsent(table);
    }

    /// Newest first, one more than the page holds if there are more.
    List<Sale> newest(Unit item, Page page) {
        return read(item, page.toRead(), page.after());
    }

    Prices lately(Unit item) {
        return new Prices(
                read(item, MarketLimits.LATELY, null).stream()
                        .map(sale -> sale.price() * 1_000_000 / sale.amount())
                        .toList());
    }

    private List<Sale> read(Unit item, int most, @Nullable String after) {
        var start = after == null ? null : Row.key(pk(item), SALE + after).values();
        return dynamo
                .query(query ->
                        query.tableName(table)
                                .applyMutation(Row.range(pk(item), SALE))
                                .scanIndexForward(false)
                                .limit(most)
                                .exclusiveStartKey(start))
                .items()
                .stream()
                .map(Row::of)
                .map(row ->
                        new Sale(
                                (int) row.number("amount"),
                                row.number("price"),
                                Instant.ofEpochMilli(row.number("at")),
                                row.text("sk").substring(SALE.length())))
                .toList();
    }

    private static String pk(Unit item) {
        return "PRICE#" + OfferTable.shelf(item);
    }
}
