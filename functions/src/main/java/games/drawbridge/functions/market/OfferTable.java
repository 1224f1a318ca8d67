package games.drawbridge.functions.market;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.http.Page;
import games.drawbridge.model.market.Offer;
import games.drawbridge.model.market.OfferId;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// All offers.
final class OfferTable {
    private static final String OFFER = "OFFER#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    OfferTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("MARKET_TABLE");
        this.clock = clock;
    }

    Optional<Offer> find(OfferId id) {
        var key = key(id).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item()).map(OfferTable::offer);
    }

    /// Open offers of a good, the cheapest piece first; a moment late.
    ///
    /// @param most millionths for one piece
    List<Offer> open(Unit item, long most, Page page) {
        var values =
                Row.empty()
                        .with(":shelf", shelf(item))
                        .with(":most", "%019d#~".formatted(most))
                        .with(":now", clock.instant().toEpochMilli());
        var start = start(page.after(), "shelf", shelf(item), "cost");
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .indexName("shelves")
                                .keyConditionExpression("shelf = :shelf AND cost <= :most")
                                .filterExpression("endsAt > :now")
                                .expressionAttributeValues(values.values())
                                .limit(page.toRead())
                                .exclusiveStartKey(start))
                .items()
                .stream()
                .limit(page.toRead())
                .map(Row::of)
                .map(OfferTable::offer)
                .toList();
    }

    /// A player's, newest first; a moment late.
    List<Offer> of(PlayerId seller, Page page) {
        String after = page.after();
        Map<String, AttributeValue> start = null;
        if (after != null) {
            String[] parts = after.split("#", 2);
            start =
                    key(new OfferId(parts[1]))
                            .with("seller", seller.value())
                            .with("at", Long.parseLong(parts[0]))
                            .values();
        }
        return sold(seller, start).limit(page.toRead()).toList();
    }

    /// All of a player's.
    List<Offer> all(PlayerId seller) {
        return sold(seller, null).toList();
    }

    private Stream<Offer> sold(PlayerId seller, @Nullable Map<String, AttributeValue> start) {
        var values = Row.empty().with(":seller", seller.value()).values();
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .indexName("sellers")
                                .keyConditionExpression("seller = :seller")
                                .expressionAttributeValues(values)
                                .scanIndexForward(false)
                                .exclusiveStartKey(start))
                .items()
                .stream()
                .map(Row::of)
                .map(OfferTable::offer);
    }

    private static @Nullable Map<String, AttributeValue> start(
            @Nullable String after, String hash, String value, String range) {
        if (after == null) return null;
        String id = after.substring(after.lastIndexOf('#') + 1);
        return key(new OfferId(id)).with(hash, value).with(range, after).values();
    }

    /// Where an offer stands among those of its good.
    static String byCost(Offer offer) {
        return "%019d#%013d#%s".formatted(offer.perPiece(), offer.at().toEpochMilli(), offer.id());
    }

    /// Where an offer stands among its seller's.
    static String byTime(Offer offer) {
        return offer.at().toEpochMilli() + "#" + offer.id();
    }

    /// Open offers of one part of all that are over by now.
    List<Offer> due(int part, Instant now, int most) {
        var values = Row.empty().with(":due", due(part)).with(":now", now.toEpochMilli());
        return dynamo
                .query(query ->
                        query.tableName(table)
                                .indexName("ends")
                                .keyConditionExpression("due = :due AND endsAt <= :now")
                                .expressionAttributeValues(values.values())
                                .limit(most))
                .items()
                .stream()
                .map(Row::of)
                .map(OfferTable::offer)
                .toList();
    }

    /// Part of a transaction: a new offer.
    TransactWriteItem put(Offer offer) {
        int part = Math.floorMod(offer.id().value().hashCode(), MarketCallLimits.PARTS);
        return key(offer.id())
                .with("seller", offer.seller().value())
                .with("item", offer.item().value())
                .with("amount", offer.amount())
                .with("price", offer.price())
                .with("state", Offer.State.OPEN.text())
                .with("at", offer.at().toEpochMilli())
                .with("endsAt", offer.expires().toEpochMilli())
                .with("shelf", shelf(offer.item()))
                .with("cost", byCost(offer))
                .with("due", due(part))
                .putIfAbsent(table);
    }

    /// Part of a transaction: an offer of this seller that is open becomes sold, before it ends, or
    /// is returned, whenever.
    TransactWriteItem close(Offer offer, Offer.State next, Instant now) {
        var values =
                Row.empty()
                        .with(":open", Offer.State.OPEN.text())
                        .with(":next", next.text())
                        .with(":seller", offer.seller().value())
                        .with(":expires", now.plus(MarketCallLimits.CLOSED).getEpochSecond());
        String condition = "#state = :open AND seller = :seller";
        if (next == Offer.State.SOLD) {
            condition += " AND endsAt > :now";
            values.with(":now", now.toEpochMilli());
        }
        return key(offer.id())
                .update(
                        table,
                        "SET #state = :next, expires = :expires REMOVE shelf, cost, due",
                        condition,
                        Map.of("#state", "state"),
                        values);
    }

    /// An open offer becomes another account's: the same person's.
    void move(Offer offer, PlayerId into) {
        var values =
                Row.empty()
                        .with(":open", Offer.State.OPEN.text())
                        .with(":seller", offer.seller().value())
                        .with(":into", into.value());
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key(offer.id()).values())
                            .updateExpression("SET seller = :into")
                            .conditionExpression("#state = :open AND seller = :seller")
                            .expressionAttributeNames(Map.of("#state", "state"))
                            .expressionAttributeValues(values.values()));
        } catch (ConditionalCheckFailedException _) {
            // sold meanwhile
        }
    }

    /// Forgets an offer that is closed.
    void forget(Offer offer) {
        try {
            dynamo.deleteItem(delete ->
                    delete.tableName(table)
                            .key(key(offer.id()).values())
                            .conditionExpression("#state <> :open")
                            .expressionAttributeNames(Map.of("#state", "state"))
                            .expressionAttributeValues(
                                    Row.empty().with(":open", Offer.State.OPEN.text()).values()));
        } catch (ConditionalCheckFailedException _) {
            // open, and not to be lost
        }
    }

    private static Offer offer(Row row) {
        return new Offer(
                new OfferId(row.text("pk").substring(OFFER.length())),
                new PlayerId(row.text("seller")),
                new Unit(row.text("item")),
                (int) row.number("amount"),
                row.number("price"),
                Offer.State.valueOf(row.text("state").toUpperCase(Locale.ROOT)),
                Instant.ofEpochMilli(row.number("at")),
                Instant.ofEpochMilli(row.number("endsAt")));
    }

    /// All pieces of a unique good lie on one shelf.
    static String shelf(Unit item) {
        return item.kind() + ":" + item.id();
    }

    private static String due(int part) {
        return "open-" + part;
    }

    private static Row key(OfferId id) {
        return Row.key(OFFER + id, "HEAD");
    }
}
