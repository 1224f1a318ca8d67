package games.drawbridge.functions.statistics;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Whose turn it is to count games. One that is not given back is free again when its lease is
/// over.
final class TurnTable {
    private static final int HOLDER_SYMBOLS = 10;
    private static final String FREE =
            "attribute_not_exists(holder) OR lease < :now OR holder = :me";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;
    private final Attempts attempts = new Attempts(new SecureRandom());
    private final RandomText random = new RandomText(new SecureRandom());

    TurnTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
        this.clock = clock;
    }

    /// Waits for it, a second or so.
    ///
    /// @return who has it now: unlike anybody else
    /// @throws Attempts.Exhausted when others went on having it
    String take() {
        String me = random.symbols(HOLDER_SYMBOLS);
        return attempts.until(() -> attempt(me));
    }

    private Optional<String> attempt(String me) {
        var now = clock.instant();
        var values =
                Row.empty()
                        .with(":me", me)
                        .with(":now", now.toEpochMilli())
                        .with(":lease", now.plus(StatisticsLimits.LEASE).toEpochMilli());
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key().values())
                            .updateExpression("SET holder = :me, lease = :lease")
                            .conditionExpression(FREE)
                            .expressionAttributeValues(values.values()));
            return Optional.of(me);
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    void give(String me) {
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key().values())
                            .updateExpression("REMOVE holder, lease")
                            .conditionExpression("holder = :me")
                            .expressionAttributeValues(Row.empty().with(":me", me).values()));
        } catch (ConditionalCheckFailedException _) {
            // its lease was over and another has it, or its answer was lost and it is free
        }
    }

    private static Row key() {
        return Row.key("STATISTICS", "TURN");
    }
}
