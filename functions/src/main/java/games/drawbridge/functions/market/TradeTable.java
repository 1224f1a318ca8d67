package games.drawbridge.functions.market;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.market.OfferId;
import games.drawbridge.model.market.Trade;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.wallet.Unit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Trades that wait for the other player. One that is done or declined is gone; the ledger has what
/// came of it.
final class TradeTable {
    private static final String TRADE = "TRADE#";
    private static final List<String> SIDES = List.of("PROPOSER", "OTHER");

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    TradeTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("MARKET_TABLE");
        this.clock = clock;
    }

    Optional<Trade> find(OfferId id) {
        var key = Row.key(TRADE + id, SIDES.getFirst()).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item()).filter(this::waits).map(TradeTable::trade);
    }

    /// Those of a player on either side; a moment late.
    List<Trade> of(PlayerId player) {
        var values = Row.empty().with(":party", player.value()).values();
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .indexName("parties")
                                .keyConditionExpression("party = :party")
                                .expressionAttributeValues(values)
                                .scanIndexForward(false))
                .items()
                .stream()
                .map(Row::of)
                .filter(this::waits)
                .map(TradeTable::trade)
                .toList();
    }

    /// Writes a proposal down, once.
    void put(Trade trade) {
        for (String side : SIDES) {
            var row =
                    Row.key(TRADE + trade.id(), side)
                            .with("party", party(trade, side).value())
                            .with("proposer", trade.proposer().value())
                            .with("other", trade.other().value())
                            .with("give", JsonText.write(amounts(trade.give())))
                            .with("want", JsonText.write(amounts(trade.want())))
                            .with("at", trade.at().toEpochMilli())
                            .with("expires", trade.expires().getEpochSecond());
            dynamo.putItem(put -> put.tableName(table).item(row.values()));
        }
    }

    private static PlayerId party(Trade trade, String side) {
        return side.equals(SIDES.getFirst()) ? trade.proposer() : trade.other();
    }

    /// Part of a transaction: it waits no more. The first of them wants it to have waited.
    List<TransactWriteItem> close(Trade trade) {
        var now = Row.empty().with(":now", clock.instant().getEpochSecond());
        return List.of(
                Row.key(TRADE + trade.id(), SIDES.getFirst())
                        .deleteIf(table, "attribute_exists(pk) AND expires > :now", now),
                Row.key(TRADE + trade.id(), SIDES.getLast()).delete(table));
    }

    /// Takes it away, if it waits.
    void remove(Trade trade) {
        for (String side : SIDES) {
            var key = Row.key(TRADE + trade.id(), side).values();
            dynamo.deleteItem(delete -> delete.tableName(table).key(key));
        }
    }

    private boolean waits(Row row) {
        return !row.expired(clock.instant().getEpochSecond());
    }

    private static Trade trade(Row row) {
        return new Trade(
                new OfferId(row.text("pk").substring(TRADE.length())),
                new PlayerId(row.text("proposer")),
                new PlayerId(row.text("other")),
                side(row.text("give")),
                side(row.text("want")),
                Instant.ofEpochMilli(row.number("at")),
                Instant.ofEpochSecond(row.number("expires")));
    }

    private static Map<Unit, Long> side(String json) {
        var side = new HashMap<Unit, Long>();
        JsonText.read(json, Amounts.class)
                .units()
                .forEach((unit, amount) -> side.put(new Unit(unit), amount));
        return side;
    }

    private record Amounts(Map<String, Long> units) {}

    private static Amounts amounts(Map<Unit, Long> side) {
        var units = new TreeMap<String, Long>();
        side.forEach((unit, amount) -> units.put(unit.value(), amount));
        return new Amounts(units);
    }
}
