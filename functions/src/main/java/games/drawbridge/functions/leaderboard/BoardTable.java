package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Effect;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The entries of all boards, and which scores were counted.
public final class BoardTable {
    private final DynamoDbClient dynamo;
    private final String table;
    private final Attempts attempts;

    public BoardTable(Aws aws, RandomGenerator dice) {
        dynamo = aws.dynamoDb();
        table = aws.environment().get("LEADERBOARDS_TABLE");
        attempts = new Attempts(dice);
    }

    /// Adds to a player's score, once per source.
    ///
    /// @param source names what scored: room, seq and position
    public void add(Effect.Score score, String source, Instant at) {
        attempts.until(() -> attempt(score, source, at));
    }

    /// Empty when others wrote the same rows in between.
    private Optional<Boolean> attempt(Effect.Score score, String source, Instant at) {
        var once = Row.key("SOURCE#" + score.board() + "#" + source, "HEAD");
        var key = key(score.board(), score.player());
        try {
            var rows =
                    dynamo.transactGetItems(
                                    read -> read.transactItems(once.get(table), key.get(table)))
                            .responses();
            if (!rows.getFirst().item().isEmpty()) return Optional.of(false);
            var seen = Row.found(rows.getLast().item()).map(row -> row.number("score"));
            var place =
                    new Place(seen.orElse(0L) + score.points(), at.toEpochMilli(), score.player());
            once.with("at", at.toEpochMilli());
            dynamo.transactWriteItems(write ->
                    write.transactItems(
                            once.putIfAbsent(table),
                            row(score.board(), place).putIfStill(table, "score", seen)));
            return Optional.of(true);
        } catch (TransactionCanceledException cancelled) {
            Collision.orThrow(cancelled);
            return Optional.empty();
        }
    }

    /// Adds an entry to another player's and takes it away, at once; false when either is another
    /// by now.
    boolean hand(BoardId board, Place seen, PlayerId into) {
        var theirs = find(board, into);
        long score = theirs.map(Place::score).orElse(0L) + seen.score();
        long at = Math.max(theirs.map(Place::at).orElse(0L), seen.at());
        var sum = row(board, new Place(score, at, into));
        var still = Row.empty().with(":seen", seen.score());
        try {
            dynamo.transactWriteItems(write ->
                    write.transactItems(
                            sum.putIfStill(table, "score", theirs.map(Place::score)),
                            key(board, seen.player()).deleteIf(table, "score = :seen", still)));
            return true;
        } catch (TransactionCanceledException cancelled) {
            Collision.orThrow(cancelled);
            return false;
        }
    }

    /// Takes an entry away; false when it is another by now.
    boolean remove(BoardId board, Place seen) {
        var values = Row.empty().with(":seen", seen.score()).values();
        try {
            dynamo.deleteItem(delete ->
                    delete.tableName(table)
                            .key(key(board, seen.player()).values())
                            .conditionExpression("attribute_not_exists(pk) OR score = :seen")
                            .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    Optional<Place> find(BoardId board, PlayerId player) {
        var key = key(board, player).values();
        return Row.found(dynamo.getItem(get -> get.tableName(table).key(key)).item())
                .map(BoardTable::place);
    }

    /// The best, best first.
    List<Place> top(BoardId board, int most) {
        return places(query(board, "", Row.empty()).andThen(query -> query.limit(most)));
    }

    /// Those right below a place, best first.
    ///
    /// @param place its text
    List<Place> below(BoardId board, String place, int most) {
        var rest = query(board, " AND #rank > :place", Row.empty().with(":place", place));
        return places(rest.andThen(query -> query.limit(most)));
    }

    /// Those right above a place, best first.
    List<Place> above(BoardId board, Place place, int most) {
        var rest = query(board, " AND #rank < :place", Row.empty().with(":place", place.text()));
        return places(rest.andThen(query -> query.limit(most).scanIndexForward(false))).reversed();
    }

    /// Entries with a better score.
    long better(BoardId board, long score) {
        var first = Row.empty().with(":first", Place.before(score));
        return count(query(board, " AND #rank < :first", first));
    }

    /// Entries with the same score that stand before this one.
    long ties(BoardId board, Place place) {
        var range =
                Row.empty().with(":first", Place.before(place.score())).with(":last", place.text());
        return count(query(board, " AND #rank BETWEEN :first AND :last", range)) - 1;
    }

    /// All entries of a board.
    long size(BoardId board) {
        return count(query(board, "", Row.empty()));
    }

    private Consumer<QueryRequest.Builder> query(BoardId board, String range, Row values) {
        values.with(":board", pk(board));
        Map<String, String> names = range.isEmpty() ? Map.of() : Map.of("#rank", "rank");
        return query ->
                query.tableName(table)
                        .indexName("ranks")
                        .keyConditionExpression("pk = :board" + range)
                        .expressionAttributeNames(names.isEmpty() ? null : names)
                        .expressionAttributeValues(values.values());
    }

    private List<Place> places(Consumer<QueryRequest.Builder> query) {
        return dynamo.query(query).items().stream().map(Row::of).map(BoardTable::place).toList();
    }

    private long count(Consumer<QueryRequest.Builder> query) {
        var counting = query.andThen(count -> count.select(Select.COUNT));
        return dynamo.queryPaginator(counting).stream().mapToLong(QueryResponse::count).sum();
    }

    private static Row row(BoardId board, Place place) {
        return key(board, place.player())
                .with("player", place.player().value())
                .with("score", place.score())
                .with("at", place.at())
                .with("rank", place.text());
    }

    private static Place place(Row row) {
        return new Place(row.number("score"), row.number("at"), new PlayerId(row.text("player")));
    }

    private static Row key(BoardId board, PlayerId player) {
        return Row.key(pk(board), "PLAYER#" + player);
    }

    private static String pk(BoardId board) {
        return "BOARD#" + board + "#all";
    }
}
