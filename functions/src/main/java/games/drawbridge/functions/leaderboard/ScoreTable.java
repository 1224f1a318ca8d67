package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Collision;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.leaderboard.Order;
import games.drawbridge.model.leaderboard.Place;
import games.drawbridge.model.leaderboard.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// The scores of all boards: the truth, from which rankings are made and can be made again.
final class ScoreTable {
    private static final String SCORES = "SCORES#";
    private static final String OUT = "OUT#";

    private final DynamoDbClient dynamo;
    private final BoardRowsTable rows;
    private final String table;
    private final Attempts attempts;

    ScoreTable(Aws aws, RandomGenerator dice) {
        dynamo = aws.dynamoDb();
        rows = new BoardRowsTable(aws);
        table = aws.environment().get("LEADERBOARDS_TABLE");
        attempts = new Attempts(dice);
    }

    /// Adds points to all of these sums at once, and once for each source.
    ///
    /// @param source names what scored: room, seq and position
    void add(Map<Group, String> sums, long points, String source, long at) {
        var board = sums.keySet().iterator().next().board();
        var once = Row.key("SOURCE#" + board.id() + "#" + source, "HEAD").with("at", at);
        var writes = new ArrayList<>(List.of(once.putIfAbsent(table)));
        sums.forEach((group, who) -> writes.add(sum(group, who, points, at)));
        attempts.until(() -> {
            try {
                dynamo.transactWriteItems(write -> write.transactItems(writes));
                return Optional.of(true);
            } catch (TransactionCanceledException cancelled) {
                Collision.orThrow(cancelled);
                String first = cancelled.cancellationReasons().getFirst().code();
                return first.equals("ConditionalCheckFailed")
                        ? Optional.of(false)
                        : Optional.empty();
            }
        });
    }

    private TransactWriteItem sum(Group group, String who, long points, long at) {
        var values = Row.empty().with(":points", points).with(":at", at);
        String change = "SET reached = :at" + expiry(group, values) + " ADD score :points";
        return TransactWriteItem.builder()
                .update(update ->
                        update.tableName(table)
                                .key(key(group, who).values())
                                .updateExpression(change)
                                .expressionAttributeValues(values.values()))
                .build();
    }

    /// Keeps a score if it is better than the one there is, or, on a board of last scores, later.
    /// Any number of times and in any order it comes to the same.
    void keep(Group group, Place place, String source) {
        boolean best = group.board().rule() == Rule.BEST;
        var values = Row.empty().with(":score", place.score()).with(":at", place.at());
        String change = "SET score = :score, reached = :at" + expiry(group, values);
        if (!best) {
            values.with(":cause", source);
            change += ", cause = :cause";
        }
        String whole = change;
        try {
            dynamo.updateItem(update ->
                    update.tableName(table)
                            .key(key(group, place.who()).values())
                            .updateExpression(whole)
                            .conditionExpression(best ? better(group.board().order()) : LATER)
                            .expressionAttributeValues(values.values()));
        } catch (ConditionalCheckFailedException _) {
            // the one there is stays
        }
    }

    private static final String LATER =
            "attribute_not_exists(pk) OR reached < :at OR (reached = :at AND cause < :cause)";

    private static String better(Order order) {
        String sign = order == Order.HIGHER ? "<" : ">";
        return "attribute_not_exists(pk) OR score %s :score OR (score = :score AND reached > :at)"
                .formatted(sign);
    }

    private static String expiry(Group group, Row values) {
        var expires = Ranking.expires(group.period());
        expires.ifPresent(at -> values.with(":expires", at));
        return expires.isPresent() ? ", expires = :expires" : "";
    }

    Optional<Place> find(Group group, String who) {
        return Optional.ofNullable(read(group, Set.of(who)).get(who));
    }

    /// The scores of these as they are now.
    Map<String, Place> read(Group group, Collection<String> who) {
        var found = rows.read(table, who.stream().map(one -> key(group, one)).toList(), true);
        var places = new HashMap<String, Place>();
        for (var row : found.values()) places.put(row.text("sk"), place(row));
        return places;
    }

    /// Which of these may stand on no board.
    Set<String> out(Collection<String> who, long now) {
        var keys = who.stream().map(one -> Row.key(OUT + one, "HEAD")).toList();
        var out = new HashSet<String>();
        for (var row : rows.read(table, keys, true).values())
            if (row.optionalNumber("until").map(until -> until > now).orElse(true))
                out.add(row.text("pk").substring(OUT.length()));
        return out;
    }

    /// Who has a score, lane by lane.
    ///
    /// @param after the last seen; absent at the beginning
    List<String> lane(Group group, int lane, Optional<String> after, int most) {
        var pk = Row.empty().with(":pk", lane(group, lane));
        after.ifPresent(last -> pk.with(":after", last));
        String range = after.isPresent() ? " AND sk > :after" : "";
        return dynamo
                .query(query ->
                        query.tableName(table)
                                .keyConditionExpression("pk = :pk" + range)
                                .expressionAttributeValues(pk.values())
                                .consistentRead(true)
                                .limit(most))
                .items()
                .stream()
                .map(row -> Row.of(row).text("sk"))
                .toList();
    }

    long count(Group group) {
        long count = 0;
        for (int lane = 0; lane < BoardLimits.LANES; lane++) {
            var pk = Row.empty().with(":pk", lane(group, lane)).values();
            count +=
                    dynamo
                            .queryPaginator(query ->
                                    query.tableName(table)
                                            .keyConditionExpression("pk = :pk")
                                            .expressionAttributeValues(pk)
                                            .consistentRead(true)
                                            .select(Select.COUNT))
                            .stream()
                            .mapToLong(QueryResponse::count)
                            .sum();
        }
        return count;
    }

    /// Takes a score away; false when it is another by now.
    boolean remove(Group group, Place seen) {
        var values = Row.empty().with(":seen", seen.score()).values();
        try {
            dynamo.deleteItem(delete ->
                    delete.tableName(table)
                            .key(key(group, seen.who()).values())
                            .conditionExpression("attribute_not_exists(pk) OR score = :seen")
                            .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException _) {
            return false;
        }
    }

    /// Makes a score another player's, at once; false when either is another by now.
    ///
    /// @param theirs what the other had
    /// @param both what the other has then
    boolean hand(Group group, Place seen, Optional<Place> theirs, Place both) {
        var row = key(group, both.who()).with("score", both.score()).with("reached", both.at());
        if (group.board().rule() == Rule.LAST) row.with("cause", "merge");
        Ranking.expires(group.period()).ifPresent(at -> row.with("expires", at));
        var still = Row.empty().with(":seen", seen.score());
        try {
            dynamo.transactWriteItems(write ->
                    write.transactItems(
                            row.putIfStill(table, "score", theirs.map(Place::score)),
                            key(group, seen.who()).deleteIf(table, "score = :seen", still)));
            return true;
        } catch (TransactionCanceledException cancelled) {
            Collision.orThrow(cancelled);
            return false;
        }
    }

    /// The group of a row, as its key has it: board, period, and whether it is of clans.
    static Optional<String[]> group(String pk) {
        String[] parts = pk.split("#", -1);
        return pk.startsWith(SCORES) && parts.length == 5 ? Optional.of(parts) : Optional.empty();
    }

    /// Who a row of `OUT#` is about.
    static Optional<String> outcast(String pk) {
        return pk.startsWith(OUT) ? Optional.of(pk.substring(OUT.length())) : Optional.empty();
    }

    private static Place place(Row row) {
        return new Place(row.clamped("score"), row.number("reached"), row.text("sk"));
    }

    private static Row key(Group group, String who) {
        return Row.key(lane(group, Math.floorMod(who.hashCode(), BoardLimits.LANES)), who);
    }

    private static String lane(Group group, int lane) {
        return SCORES + group + "#" + Integer.toHexString(lane);
    }
}
