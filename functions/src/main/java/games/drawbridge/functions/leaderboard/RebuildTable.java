package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Lease;
import games.drawbridge.functions.aws.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/// Which rankings are to be made anew, by whom, and how far that is.
final class RebuildTable {
    private static final String REBUILD = "REBUILD";

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    RebuildTable(Aws aws, InstantSource clock) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("LEADERBOARDS_TABLE");
        this.clock = clock;
    }

    /// Where a walk over all scores is.
    ///
    /// @param lane of the scores; one too many when the walk is over
    /// @param after the last of it that was seen
    /// @param standing of those that were seen, how many may stand on boards
    record Walk(int lane, Optional<String> after, long standing) {
        static final Walk START = new Walk(0, Optional.empty(), 0);

        boolean isOver() {
            return lane == BoardLimits.LANES;
        }
    }

    /// As their names in the keys of rows.
    Set<String> wanted() {
        var values = Row.empty().with(":pk", REBUILD).values();
        return dynamo
                .queryPaginator(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :pk")
                                .filterExpression("attribute_not_exists(made)")
                                .expressionAttributeValues(values))
                .items()
                .stream()
                .map(row -> Row.of(row).text("sk"))
                .collect(Collectors.toSet());
    }

    /// What operators do by hand, with a row of nothing but its key; unless it is wanted already,
    /// or was made anew since then.
    void ask(Ranking ranking, Instant since) {
        var row = key(ranking);
        ranking.expires().ifPresent(at -> row.with("expires", at));
        var values = Row.empty().with(":since", since.toEpochMilli()).values();
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row.values())
                            .conditionExpression("attribute_not_exists(pk) OR made <= :since")
                            .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException _) {
            // another run has asked
        }
    }

    /// @param isWanted whether it is to be made anew
    /// @param made when it last was; empty when it never was, or is to be again
    record State(boolean isWanted, Optional<Instant> made) {}

    State of(Ranking ranking) {
        var key = key(ranking).values();
        var answer = dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true));
        var row = Row.found(answer.item());
        var made = row.flatMap(it -> it.optionalNumber("made")).map(Instant::ofEpochMilli);
        return new State(row.isPresent() && made.isEmpty(), made);
    }

    /// @return where it goes on; empty while somebody else is at it, or nobody wants it any more
    Optional<Walk> take(Ranking ranking, String me) {
        return change(
                        ranking,
                        Lease.TAKE,
                        "attribute_exists(pk) AND attribute_not_exists(made) AND (%s)"
                                .formatted(Lease.IS_FREE),
                        Lease.values(me, clock.instant(), BoardLimits.REBUILD_LEASE))
                .map(RebuildTable::walk);
    }

    /// Remembers it, and has the lease anew.
    ///
    /// @return false when another has it by now
    boolean keep(Ranking ranking, String me, Walk walk) {
        var until = clock.instant().plus(BoardLimits.REBUILD_LEASE);
        var values =
                Row.empty()
                        .with(":me", me)
                        .with(":lease", until.toEpochMilli())
                        .with(":lane", walk.lane())
                        .with(":standing", walk.standing());
        walk.after().ifPresent(after -> values.with(":after", after));
        String after = walk.after().isPresent() ? ", sought = :after" : " REMOVE sought";
        String change = Lease.TAKE + ", lane = :lane, standing = :standing" + after;
        return change(ranking, change, Lease.IS_MINE, values).isPresent();
    }

    void give(Ranking ranking, String me) {
        change(ranking, Lease.GIVE, Lease.IS_MINE, Row.empty().with(":me", me));
    }

    void done(Ranking ranking, String me) {
        var values = Row.empty().with(":me", me).with(":made", clock.millis());
        String change = "SET made = :made " + Lease.GIVE + ", lane, standing, sought";
        change(ranking, change, Lease.IS_MINE, values);
    }

    private Optional<Row> change(Ranking ranking, String change, String condition, Row values) {
        try {
            return Optional.of(
                    Row.of(
                            dynamo.updateItem(update ->
                                            update.tableName(table)
                                                    .key(key(ranking).values())
                                                    .updateExpression(change)
                                                    .conditionExpression(condition)
                                                    .expressionAttributeValues(values.values())
                                                    .returnValues(ReturnValue.ALL_NEW))
                                    .attributes()));
        } catch (ConditionalCheckFailedException _) {
            return Optional.empty();
        }
    }

    private static Walk walk(Row row) {
        return row.optionalNumber("lane")
                .map(lane ->
                        new Walk(
                                lane.intValue(),
                                Optional.ofNullable(row.optionalText("sought")),
                                row.number("standing")))
                .orElse(Walk.START);
    }

    private static Row key(Ranking ranking) {
        return Row.key(REBUILD, ranking.toString());
    }
}
