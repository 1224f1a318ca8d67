package games.drawbridge.functions.statistics;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.model.statistics.GameStatistics;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Statistics: of a game in its room's row, and sums of them per affiliate, month and kind.
public final class StatisticsTable {
    private static final String AFFILIATE = "AFFILIATE#";
    private static final String GAMES = "GAMES#";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Attempts attempts = new Attempts(new SecureRandom());

    public StatisticsTable(Aws aws) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("ROOMS_TABLE");
    }

    /// Keeps what a game came to and adds it to the affiliates' sums; a second time it changes
    /// nothing.
    ///
    /// @param shares by affiliate
    void keep(RoomId room, GameStatistics game, Map<String, AffiliateGames> shares) {
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(
                Row.key("ROOM#" + room, "HEAD")
                        .update(
                                table,
                                "SET counted = :counted",
                                "attribute_exists(pk) AND attribute_not_exists(counted)",
                                Row.empty().with(":counted", JsonText.write(game))));
        shares.forEach((affiliate, share) -> writes.add(add(affiliate, share)));
        attempts.until(() -> attempt(writes));
    }

    private Optional<Boolean> attempt(List<TransactWriteItem> writes) {
        try {
            dynamo.transactWriteItems(write -> write.transactItems(writes));
            return Optional.of(true);
        } catch (TransactionCanceledException cancelled) {
            Collision.orThrow(cancelled);
            var first = cancelled.cancellationReasons().getFirst().code();
            // kept before, or the room is gone; or its owner wrote its row at this moment
            return first.equals("ConditionalCheckFailed") ? Optional.of(false) : Optional.empty();
        }
    }

    private TransactWriteItem add(String affiliate, AffiliateGames share) {
        var values =
                Row.empty()
                        .with(":games", share.games())
                        .with(":players", share.players())
                        .with(":moves", share.moves())
                        .with(":played", share.seconds());
        var key = Row.key(AFFILIATE + affiliate, GAMES + share.month() + "#" + share.kind());
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(table)
                                .key(key.values())
                                .updateExpression(
                                        "ADD games :games, players :players, moves :moves,"
                                                + " played :played")
                                .expressionAttributeValues(values.values()))
                .build();
    }

    /// Of an affiliate, the newest month first.
    public List<AffiliateGames> of(String affiliate) {
        return dynamo
                .query(query ->
                        query.tableName(table)
                                .applyMutation(Row.range(AFFILIATE + affiliate, GAMES))
                                .scanIndexForward(false)
                                .limit(StatisticsLimits.SHOWN))
                .items()
                .stream()
                .map(Row::of)
                .map(StatisticsTable::sums)
                .toList();
    }

    private static AffiliateGames sums(Row row) {
        String[] parts = row.text("sk").substring(GAMES.length()).split("#", 2);
        return new AffiliateGames(
                parts[0],
                parts[1],
                row.number("games"),
                row.number("players"),
                row.number("moves"),
                row.number("played"));
    }
}
