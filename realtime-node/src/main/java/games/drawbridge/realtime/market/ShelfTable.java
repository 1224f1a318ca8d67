package games.drawbridge.realtime.market;

import games.drawbridge.model.market.Gone;
import games.drawbridge.model.market.Gone.Why;
import games.drawbridge.model.market.Look;
import games.drawbridge.model.market.MarketLimits;
import games.drawbridge.model.market.OfferId;
import games.drawbridge.model.market.OnOffer;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Unit;
import games.drawbridge.realtime.storage.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// The offers of the Market table, to read; docs/tables.md says what stands there. All calls block.
public final class ShelfTable {
    private static final String OFFER = "OFFER#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    public ShelfTable(DynamoDbClient dynamo, String table, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.clock = clock;
    }

    /// What lies on a shelf, a moment late.
    ///
    /// @param before what lay there at the look before: at most [MarketLimits#SHOWN]
    Look look(String shelf, Collection<OfferId> before) {
        var now = clock.instant();
        var offers = open(shelf, now);
        var here = offers.stream().map(OnOffer::id).toList();
        return new Look(
                offers, gone(before.stream().filter(it -> !here.contains(it)).toList(), now));
    }

    private List<OnOffer> open(String shelf, Instant now) {
        var values = Row.EMPTY.with(":shelf", shelf).with(":now", now.toEpochMilli()).attributes();
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .indexName("shelves")
                                .keyConditionExpression("shelf = :shelf")
                                .filterExpression("endsAt > :now")
                                .expressionAttributeValues(values)
                                .limit(MarketLimits.SHOWN))
                .items()
                .stream()
                .limit(MarketLimits.SHOWN)
                .map(Row::new)
                .map(row ->
                        new OnOffer(
                                id(row),
                                new PlayerId(row.text("seller")),
                                new Unit(row.text("item")),
                                (int) row.number("amount"),
                                row.number("price"),
                                row.number("at"),
                                row.number("endsAt")))
                .toList();
    }

    /// What could not be read now is told without its reason.
    private List<Gone> gone(List<OfferId> offers, Instant now) {
        if (offers.isEmpty()) return List.of();
        var keys = offers.stream().map(it -> Row.key(OFFER + it, "HEAD").attributes()).toList();
        var asked = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
        return dynamo
                .batchGetItem(get -> get.requestItems(Map.of(table, asked)))
                .responses()
                .getOrDefault(table, List.of())
                .stream()
                .map(Row::new)
                .map(row -> new Gone(id(row), why(row, now)))
                .toList();
    }

    private static Why why(Row row, Instant now) {
        boolean ended = row.number("endsAt") <= now.toEpochMilli();
        return switch (row.text("state")) {
            case "sold" -> Why.SOLD;
            case "returned" -> ended ? Why.EXPIRED : Why.WITHDRAWN;
            default -> ended ? Why.EXPIRED : Why.UNDERCUT;
        };
    }

    private static OfferId id(Row row) {
        return new OfferId(row.text("pk").substring(OFFER.length()));
    }
}
