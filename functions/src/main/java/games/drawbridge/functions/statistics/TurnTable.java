package games.drawbridge.functions.statistics;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Lease;
import games.drawbridge.functions.aws.Row;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// Whose turn it is to count games. One that is not given back is free again when its lease is
/// over.
final class TurnTable {
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
        String me = Lease.holder(random);
        return attempts.until(() -> attempt(me));
    }

    private Optional<String> attempt(String me) {
        var values = Lease.values(me, clock.instant(), StatisticsLimits.LEASE);
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key().values())
                            .updateExpression(Lease.TAKE)
                            .conditionExpression(Lease.IS_FREE)
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
                            .updateExpression(Lease.GIVE)
                            .conditionExpression(Lease.IS_MINE)
                            .expressionAttributeValues(Row.empty().with(":me", me).values()));
        } catch (ConditionalCheckFailedException _) {
            // its lease was over and another has it, or its answer was lost and it is free
        }
    }

    private static Row key() {
        return Row.key("STATISTICS", "TURN");
    }
}
