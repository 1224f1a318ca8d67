package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Which periods are frozen, and what of their rewards is paid.
final class SeasonTable {
    private final DynamoDbClient dynamo;
    private final String table;

    SeasonTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("LEADERBOARDS_TABLE");
    }

    /// A period that is frozen.
    ///
    /// @param parts SHA-256 of each part of its standings, as CSV
    /// @param parquet the same as Parquet
    /// @param paid of how many parts the rewards are paid
    record Frozen(long entries, List<String> parts, List<String> parquet, int paid, Instant at) {}

    Optional<Frozen> find(Ranking ranking) {
        var key = key(ranking).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item())
                .map(row ->
                        new Frozen(
                                row.number("entries"),
                                row.texts("parts"),
                                row.texts("parquet"),
                                (int) row.number("paid"),
                                Instant.ofEpochMilli(row.number("at"))));
    }

    /// Once: the first standings stay.
    void freeze(Ranking ranking, Frozen frozen) {
        var row =
                key(ranking)
                        .with("entries", frozen.entries())
                        .with("parts", frozen.parts())
                        .with("parquet", frozen.parquet())
                        .with("paid", frozen.paid())
                        .with("at", frozen.at().toEpochMilli());
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row.values())
                            .conditionExpression("attribute_not_exists(pk)"));
        } catch (ConditionalCheckFailedException _) {
            // another was faster
        }
    }

    void paid(Ranking ranking, int parts) {
        var values = Row.empty().with(":parts", parts).values();
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(key(ranking).values())
                        .updateExpression("SET paid = :parts")
                        .expressionAttributeValues(values));
    }

    private static Row key(Ranking ranking) {
        return Row.key("SEASON#" + ranking, "HEAD");
    }
}
