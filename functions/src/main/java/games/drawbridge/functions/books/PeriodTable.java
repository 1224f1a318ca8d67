package games.drawbridge.functions.books;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The periods. What one has pinned, and that it is closed, stays for ever.
final class PeriodTable {
    private static final String PERIODS = "PERIODS";
    private static final String MONTH = "MONTH#";
    private static final String PIN = "pin:";

    private final DynamoDbClient dynamo;
    private final String table;

    PeriodTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PURCHASES_TABLE");
    }

    /// All that were ever asked for, oldest first.
    List<Period> all() {
        return dynamo
                .queryPaginator(read ->
                        read.tableName(table)
                                .applyMutation(Row.range(PERIODS, MONTH))
                                .consistentRead(true))
                .items()
                .stream()
                .map(Row::of)
                .map(PeriodTable::period)
                .toList();
    }

    Optional<Period> find(YearMonth month) {
        var key = key(month).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item()).map(PeriodTable::period);
    }

    /// Asks for a month to be closed, if nobody has.
    void ask(YearMonth month, Instant at) {
        var row = key(month).with("state", "asked").with("askedAt", at.toEpochMilli());
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row.values())
                            .conditionExpression("attribute_not_exists(pk)"));
        } catch (ConditionalCheckFailedException _) {
            // somebody has
        }
    }

    /// Says of what the month is made, if nobody has.
    void pin(YearMonth month, Map<String, String> files) {
        var names = new HashMap<String, String>();
        var values = Row.empty().with(":state", "closing");
        var change = new StringBuilder("SET #state = :state");
        names.put("#state", "state");
        int n = 0;
        for (var file : new TreeMap<>(files).entrySet()) {
            names.put("#f" + n, PIN + file.getKey());
            values.with(":f" + n, file.getValue());
            change.append(", #f").append(n).append(" = :f").append(n);
            n++;
        }
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key(month).values())
                            .updateExpression(change.toString())
                            .conditionExpression(
                                    "attribute_exists(pk) AND attribute_not_exists(#f0)")
                            .expressionAttributeNames(names)
                            .expressionAttributeValues(values.values()));
        } catch (ConditionalCheckFailedException _) {
            // somebody has, and that counts
        }
    }

    /// Closes the month, if it is not.
    void close(YearMonth month, String manifest, String sha256) {
        var values =
                Row.empty()
                        .with(":state", "closed")
                        .with(":manifest", manifest)
                        .with(":sha256", sha256);
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key(month).values())
                            .updateExpression(
                                    "SET #state = :state, manifest = :manifest, sha256 = :sha256")
                            .conditionExpression(
                                    "attribute_exists(pk) AND attribute_not_exists(manifest)")
                            .expressionAttributeNames(Map.of("#state", "state"))
                            .expressionAttributeValues(values.values()));
        } catch (ConditionalCheckFailedException _) {
            // another one made the same of the same
        }
    }

    /// Of which month a row is, by its sort key.
    static YearMonth month(String sk) {
        return YearMonth.parse(sk.substring(MONTH.length()));
    }

    private static Row key(YearMonth month) {
        return Row.key(PERIODS, MONTH + month);
    }

    private static Period period(Row row) {
        var pinned = new HashMap<String, String>();
        for (String name : row.values().keySet())
            if (name.startsWith(PIN)) pinned.put(name.substring(PIN.length()), row.text(name));
        return new Period(month(row.text("sk")), pinned, row.optionalText("manifest"));
    }
}
