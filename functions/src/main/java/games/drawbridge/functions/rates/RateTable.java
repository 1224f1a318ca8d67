package games.drawbridge.functions.rates;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.http.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Counts attempts over all functions, a row for each caller and window. Once a caller is over the
/// limit this function says no by itself, so a flood ends here and not in one row.
public final class RateTable {
    private final Refusals refusals = new Refusals();
    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    public RateTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
        this.clock = clock;
    }

    /// Counts one attempt.
    ///
    /// @param who only its hash is kept
    /// @throws Problem 429 with the rest of the window when that was too many
    public void count(Rate rate, String who) {
        Instant now = clock.instant();
        long seconds = rate.window().toSeconds();
        long window = now.getEpochSecond() / seconds;
        var end = Instant.ofEpochSecond((window + 1) * seconds);
        String key = "RATE#" + rate.name() + "#" + Digest.sha256(who) + "#" + window;
        if (!refusals.has(key, now) && add(key, end) <= rate.most()) return;
        refusals.put(key, end, now);
        throw Problem.tooOften(Duration.between(now, end));
    }

    private long add(String key, Instant end) {
        var values =
                Row.empty()
                        .with(":one", 1)
                        .with(":expires", end.plus(Duration.ofMinutes(1)).getEpochSecond())
                        .values();
        var answer =
                dynamo.updateItem(update ->
                        update.tableName(table)
                                .key(Row.key(key, "HEAD").values())
                                .updateExpression("ADD #count :one SET expires = :expires")
                                .expressionAttributeNames(Map.of("#count", "count"))
                                .expressionAttributeValues(values)
                                .returnValues(ReturnValue.UPDATED_NEW));
        return Row.of(answer.attributes()).number("count");
    }
}
