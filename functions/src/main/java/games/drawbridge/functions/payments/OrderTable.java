package games.drawbridge.functions.payments;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/// All orders for packs, each with the actions that are booked for it, and the names by which
/// providers know them.
public final class OrderTable {
    private static final String VERSION = "version";

    private final DynamoDbClient dynamo;
    private final String table;

    public OrderTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PURCHASES_TABLE");
    }

    Optional<KeptOrder> find(String order) {
        var rows = query(all(OrderRow.pk(order))).toList();
        var booked =
                rows.stream()
                        .filter(row -> row.text("sk").startsWith(OrderRow.ACTION))
                        .map(OrderRow::action)
                        .toList();
        return rows.stream()
                .filter(row -> row.text("sk").equals(OrderRow.HEAD))
                .findFirst()
                .map(head -> OrderRow.kept(head, booked));
    }

    /// Which order a provider's name leads to.
    Optional<String> named(String provider, String name) {
        var key = name(provider, name).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item()).map(row -> row.text("leadsTo"));
    }

    /// The ids of a player's orders, newest first. They are read page by page as they are consumed.
    Stream<String> of(PlayerId player) {
        var values = Row.empty().with(":player", player.value()).values();
        return dynamo
                .queryPaginator(read ->
                        read.tableName(table)
                                .indexName("orders")
                                .keyConditionExpression("player = :player")
                                .expressionAttributeValues(values)
                                .scanIndexForward(false))
                .items()
                .stream()
                .map(OrderTable::id);
    }

    /// Gives an order to another player, of whom nothing is known but the id.
    void hand(String order, PlayerId from, PlayerId into) {
        var players = Row.empty().with(":from", from.value()).with(":into", into.value());
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(Row.key(OrderRow.pk(order), OrderRow.HEAD).values())
                            .updateExpression("SET player = :into ADD version :one REMOVE locale")
                            .conditionExpression("player = :from")
                            .expressionAttributeValues(players.with(":one", 1).values()));
        } catch (ConditionalCheckFailedException _) {
            // it was handed over before
        }
    }

    /// The ids of orders whose provider is to be asked by now, the most urgent first.
    List<String> due(Instant now, int most) {
        var values = Row.empty().with(":ask", "ask").with(":now", now.toEpochMilli()).values();
        return dynamo
                .query(read ->
                        read.tableName(table)
                                .indexName("pending")
                                .keyConditionExpression("pending = :ask AND due <= :now")
                                .expressionAttributeValues(values)
                                .limit(most))
                .items()
                .stream()
                .map(OrderTable::id)
                .toList();
    }

    /// What is to go back under a key; empty when nothing is.
    Optional<Money> wished(String order, String key) {
        var row = Row.key(OrderRow.pk(order), "REFUND#" + key).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(row).consistentRead(true));
        return Row.found(answer.item())
                .map(found -> new Money(found.number("amount"), found.text("currency")));
    }

    /// Notes that money is to go back, once per key; false when that was noted before.
    boolean wish(String order, String key, Money money, Instant now) {
        var row =
                Row.key(OrderRow.pk(order), "REFUND#" + key)
                        .with("amount", money.amount())
                        .with("currency", money.currency())
                        .with("askedAt", now.toEpochMilli());
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row.values())
                            .conditionExpression("attribute_not_exists(pk)"));
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return false;
        }
    }

    /// Stores a new order, or changes one that is as it was read; false when it is not.
    boolean save(KeptOrder kept, Instant now) {
        var row = OrderRow.head(kept, now);
        try {
            dynamo.putItem(put -> {
                put.tableName(table)
                        .item(row.values())
                        .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD);
                if (kept.version() == 0) put.conditionExpression("attribute_not_exists(pk)");
                else
                    put.conditionExpression("#version = :seen")
                            .expressionAttributeNames(Map.of("#version", VERSION))
                            .expressionAttributeValues(
                                    Row.empty().with(":seen", kept.version()).values());
            });
            return true;
        } catch (ConditionalCheckFailedException refused) {
            return row.standsAlready(refused);
        } catch (TransactionConflictException _) {
            return false;
        }
    }

    /// Parts of a transaction: the order as it is to be, with one more action.
    ///
    /// @param action its row
    List<TransactWriteItem> booking(KeptOrder kept, Row action, Instant now) {
        var writes = new ArrayList<TransactWriteItem>();
        Optional<Long> seen = kept.version() == 0 ? Optional.empty() : Optional.of(kept.version());
        writes.add(OrderRow.head(kept, now).putIfStill(table, VERSION, seen));
        writes.add(action.putIfAbsent(table));
        writes.addAll(names(kept));
        return writes;
    }

    /// Parts of a transaction: each name leads to this order and never to another.
    private List<TransactWriteItem> names(KeptOrder kept) {
        var mine = Row.empty().with(":order", kept.id());
        return kept.names().stream()
                .map(name ->
                        name(kept.order().provider(), name)
                                .with("leadsTo", kept.id())
                                .putIf(table, "attribute_not_exists(pk) OR leadsTo = :order", mine))
                .toList();
    }

    static String pk(String provider, String name) {
        return "PAYMENT#" + provider + "#" + name;
    }

    private static Row name(String provider, String name) {
        return Row.key(pk(provider, name), OrderRow.HEAD);
    }

    private static String id(Map<String, AttributeValue> row) {
        return Row.of(row).text("pk").substring(OrderRow.ORDER.length());
    }

    private Stream<Row> query(Consumer<QueryRequest.Builder> what) {
        return dynamo
                .queryPaginator(
                        read -> read.tableName(table).applyMutation(what).consistentRead(true))
                .items()
                .stream()
                .map(Row::of);
    }

    private static Consumer<QueryRequest.Builder> all(String pk) {
        return query ->
                query.keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Row.empty().with(":pk", pk).values());
    }
}
