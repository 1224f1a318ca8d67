package games.drawbridge.functions.finance;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.finance.Column;
import games.drawbridge.model.finance.Movement;
import games.drawbridge.model.finance.MovementCells;
import games.drawbridge.model.finance.ProviderName;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The movements, which are only ever added. What they are found by besides their payment are
/// indexes, which follow within a second or so.
public final class MovementTable {
    private static final String MOVEMENT = "MOVEMENT#";

    /// ISO 8601, always with three decimals, so that texts sort as times do.
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final DynamoDbClient dynamo;
    private final String table;

    public MovementTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PURCHASES_TABLE");
    }

    /// Part of the transaction that does what the movement is about: adds it, and fails if it is
    /// there.
    public TransactWriteItem add(Movement movement) {
        return row(movement).putIfAbsent(table);
    }

    /// Adds what is about nothing else, unless it is there.
    public void addOnce(Movement movement) {
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row(movement).values())
                            .conditionExpression("attribute_not_exists(pk)"));
        } catch (ConditionalCheckFailedException _) {
            // booked before
        }
    }

    /// What is stored of a movement.
    public static Row row(Movement movement) {
        var source = movement.source();
        var row = Row.key(pk(source.provider(), source.payment()), MOVEMENT + source.action());
        for (var column : Column.values()) {
            var value = column.of(movement);
            if (value != null) with(row, column.word(), value);
        }
        return row.with("monthShard", shard(movement.month(), source.payment()))
                .with("day", source.provider().word() + "#" + source.day())
                .with("position", position(movement));
    }

    private static void with(Row row, String name, Object value) {
        switch (value) {
            case String text -> row.with(name, text);
            case Long number -> row.with(name, number);
            case Boolean truth -> row.with(name, truth);
            case Instant time -> row.with(name, TIME.format(time));
            case LocalDate day -> row.with(name, day.toString());
            default -> throw new IllegalStateException("no such cell: " + value.getClass());
        }
    }

    /// All movements of a payment, as they are now.
    public List<Movement> of(ProviderName provider, String payment) {
        var range = Row.range(pk(provider, payment), MOVEMENT);
        return dynamo
                .queryPaginator(
                        read -> read.tableName(table).applyMutation(range).consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .map(MovementTable::movement)
                .toList();
    }

    /// All of a player, oldest first.
    public List<Movement> of(PlayerId player) {
        return indexed("players", "player", player.value()).toList();
    }

    /// What happened in one of a provider's days, in the order of booking.
    public Stream<Movement> on(ProviderName provider, LocalDate day) {
        return indexed("days", "day", provider.word() + "#" + day);
    }

    /// A month of the books: its shards, each in the order of [#position]. They are read page by
    /// page as they are consumed.
    public List<Stream<Movement>> in(YearMonth month) {
        return IntStream.range(0, FinanceLimits.SHARDS)
                .mapToObj(shard -> indexed("months", "monthShard", shardOf(month, shard)))
                .toList();
    }

    /// What was booked in a day, UTC; shards as with [#in].
    public List<Stream<Movement>> booked(LocalDate day) {
        var month = YearMonth.from(day);
        return IntStream.range(0, FinanceLimits.SHARDS)
                .mapToObj(shard -> bookedIn(shardOf(month, shard), day))
                .toList();
    }

    private Stream<Movement> bookedIn(String shard, LocalDate day) {
        var values = Row.empty().with(":key", shard).with(":day", day.toString()).values();
        return dynamo
                .queryPaginator(read ->
                        read.tableName(table)
                                .indexName("months")
                                .keyConditionExpression(
                                        "monthShard = :key AND begins_with(#position, :day)")
                                .expressionAttributeNames(Map.of("#position", "position"))
                                .expressionAttributeValues(values))
                .items()
                .stream()
                .map(Row::of)
                .map(MovementTable::movement);
    }

    private Stream<Movement> indexed(String index, String key, String value) {
        return dynamo
                .queryPaginator(read ->
                        read.tableName(table)
                                .indexName(index)
                                .keyConditionExpression("#key = :key")
                                .expressionAttributeNames(Map.of("#key", key))
                                .expressionAttributeValues(
                                        Row.empty().with(":key", value).values()))
                .items()
                .stream()
                .map(Row::of)
                .map(MovementTable::movement);
    }

    static Movement movement(Row row) {
        return new MovementCells(column -> row.plain(column.word())).movement();
    }

    /// Where it stands in every list: by the time of booking.
    public static String position(Movement movement) {
        return TIME.format(movement.bookedAt()) + "#" + movement.id();
    }

    /// Spreads a month over its partitions by payment.
    private static String shard(YearMonth month, String payment) {
        return shardOf(month, Math.floorMod(payment.hashCode(), FinanceLimits.SHARDS));
    }

    private static String shardOf(YearMonth month, int shard) {
        return "%s#%02d".formatted(month, shard);
    }

    private static String pk(ProviderName provider, String payment) {
        return "PAYMENT#" + provider.word() + "#" + payment;
    }
}
