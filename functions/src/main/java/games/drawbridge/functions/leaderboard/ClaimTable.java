package games.drawbridge.functions.leaderboard;

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
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Who may write a ranking now. A claim that is not given back falls to whoever comes when its
/// lease is over, and the head's fence then shuts the earlier one out.
final class ClaimTable {
    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;
    private final Attempts attempts = new Attempts(new SecureRandom());
    private final RandomText random = new RandomText(new SecureRandom());

    ClaimTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("RANKS_TABLE");
        this.clock = clock;
    }

    /// The generation of the tree that is read.
    int live(Ranking ranking) {
        var key = key(ranking).values();
        return live(Row.of(dynamo.getItem(get -> get.tableName(table).key(key)).item()));
    }

    /// Waits for its turn, a second or two.
    Claim claim(Ranking ranking) {
        String me = Lease.holder(random);
        return attempts.until(() -> attempt(ranking, me));
    }

    private Optional<Claim> attempt(Ranking ranking, String me) {
        var values = Lease.values(me, clock.instant(), BoardLimits.LEASE).with(":one", 1);
        String expiry = ranking.expires().isPresent() ? ", expires = :expires" : "";
        ranking.expires().ifPresent(at -> values.with(":expires", at));
        try {
            var old =
                    dynamo.updateItem(update ->
                                    update.tableName(table)
                                            .key(key(ranking).values())
                                            .updateExpression(
                                                    Lease.TAKE + expiry + " ADD attempt :one")
                                            .conditionExpression(Lease.IS_FREE)
                                            .expressionAttributeValues(values.values())
                                            .returnValues(ReturnValue.ALL_OLD))
                            .attributes();
            return Optional.of(claim(ranking, me, Row.of(old)));
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    private static Claim claim(Ranking ranking, String me, Row old) {
        return new Claim(
                ranking,
                me,
                old.optionalNumber("attempt").orElse(0L) + 1,
                old.has("holder"),
                live(old),
                old.optionalNumber("building").map(Long::intValue));
    }

    private static int live(Row row) {
        return row.optionalNumber("live").map(Long::intValue).orElse(1);
    }

    /// Gives it back.
    ///
    /// @param used whether anything was written under its number
    void release(Claim claim, boolean used) {
        change(
                claim,
                used ? Lease.GIVE : Lease.GIVE + " ADD attempt :back",
                used ? Row.empty() : Row.empty().with(":back", -1));
    }

    /// From now on every batch goes into another generation as well.
    void build(Claim claim, int generation) {
        change(claim, "SET building = :next", Row.empty().with(":next", generation));
    }

    /// The generation that was built is the one to read.
    void turn(Claim claim, int generation) {
        change(claim, "SET live = :next REMOVE building", Row.empty().with(":next", generation));
    }

    private void change(Claim claim, String change, Row values) {
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key(claim.ranking()).values())
                            .updateExpression(change)
                            .conditionExpression(Lease.IS_MINE)
                            .expressionAttributeValues(
                                    values.with(":me", claim.holder()).values()));
        } catch (ConditionalCheckFailedException _) {
            // its lease was over and another has it, or its answer was lost and it is free
        }
    }

    private static Row key(Ranking ranking) {
        return Row.key("CLAIM#" + ranking, "HEAD");
    }
}
