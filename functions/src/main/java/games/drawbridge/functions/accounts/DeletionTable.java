package games.drawbridge.functions.accounts;

import games.drawbridge.functions.RandomText;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Who asked to be forgotten, by a code that tells nothing of whom.
final class DeletionTable {
    private final DynamoDbClient dynamo;
    private final String table;
    private final ProfileTable profiles;
    private final JobTable jobs;
    private final InstantSource clock;
    private final RandomText random = new RandomText(new SecureRandom());

    DeletionTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("PLAYERS_TABLE");
        profiles = new ProfileTable(aws);
        jobs = new JobTable(aws);
        this.clock = clock;
    }

    /// How far it is.
    record Deletion(String code, boolean done, Instant askedAt) {}

    /// Begins to forget a player; the code is the same however often it is asked.
    ///
    /// @return empty when there is no such player
    Optional<String> begin(PlayerId player) {
        var job = new Job.Deletion(player, random.symbols(AccountLimits.CODE_SYMBOLS), false);
        try {
            dynamo.transactWriteItems(write ->
                    write.transactItems(
                            profiles.forget(player),
                            job.row(clock.instant()).putIfAbsent(table),
                            row(job.code(), "pending").putIfAbsent(table)));
            return Optional.of(job.code());
        } catch (TransactionCanceledException cancelled) {
            Collision.orThrow(cancelled);
            return jobs.find(job.key()).map(Job.Deletion.class::cast).map(Job.Deletion::code);
        }
    }

    /// A code for somebody of whom nothing is held.
    String nothing() {
        String code = random.symbols(AccountLimits.CODE_SYMBOLS);
        dynamo.putItem(put -> put.tableName(table).item(row(code, "done").values()));
        return code;
    }

    Optional<Deletion> find(String code) {
        var key = key(code).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        return Row.found(answer.item())
                .filter(row -> !row.expired(clock.instant().getEpochSecond()))
                .map(row ->
                        new Deletion(
                                code,
                                row.text("state").equals("done"),
                                Instant.ofEpochMilli(row.number("at"))));
    }

    void done(String code) {
        var values = Row.empty().with(":done", "done").values();
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(key(code).values())
                        .updateExpression("SET #state = :done")
                        .expressionAttributeNames(Map.of("#state", "state"))
                        .expressionAttributeValues(values));
    }

    private Row row(String code, String state) {
        var now = clock.instant();
        return key(code)
                .with("state", state)
                .with("at", now.toEpochMilli())
                .with("expires", now.plus(AccountLimits.TOLD).getEpochSecond());
    }

    private static Row key(String code) {
        return Row.key("DELETION#" + code, "HEAD");
    }
}
