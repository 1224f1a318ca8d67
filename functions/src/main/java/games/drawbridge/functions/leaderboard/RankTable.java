package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.aws.Row;
import games.drawbridge.model.leaderboard.tree.Node;
import games.drawbridge.model.leaderboard.tree.NodeName;
import games.drawbridge.model.leaderboard.tree.Shape;
import games.drawbridge.model.leaderboard.tree.Tree;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// The trees of all rankings: heads, nodes and stands. Whoever writes has claimed the ranking.
final class RankTable {
    /// A late write of a batch that is over must not undo a later one's.
    private static final String NOT_LATER = "attribute_not_exists(pk) OR v <= :v";

    private final DynamoDbClient dynamo;
    private final BoardRowsTable rows;
    private final String table;

    RankTable(Aws aws) {
        dynamo = aws.dynamoDb();
        rows = new BoardRowsTable(aws);
        table = aws.environment().get("RANKS_TABLE");
    }

    /// A tree changed twice while it was read: begin again at its head.
    static final class Moved extends RuntimeException {
        Moved() {
            super("the tree changed");
        }
    }

    static Shape shape(Ranking ranking) {
        int node = BoardLimits.ROW - BoardLimits.ROW_REST - ranking.toString().length();
        return new Shape(node, BoardLimits.LOW_ROOT, BoardLimits.HIGH_ROOT);
    }

    Head head(Ranking ranking, int generation, boolean consistent) {
        var key = headKey(ranking, generation).values();
        var answer =
                dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(consistent));
        return Row.found(answer.item()).map(RankTable::head).orElse(Head.NONE);
    }

    private static Head head(Row row) {
        var tree =
                row.has("n")
                        ? new Tree((int) row.number("height"), Node.of(row.bytes("n")))
                        : Tree.EMPTY;
        return new Head(
                tree,
                row.optionalNumber("v").orElse(0L),
                row.optionalNumber("fence").orElse(0L),
                row.texts("lost").stream().map(Head.Lost::of).toList(),
                Instant.ofEpochMilli(row.optionalNumber("at").orElse(0L)),
                row.optionalNumber("next").map(Long::intValue));
    }

    /// Nodes as a head knows them.
    ///
    /// @throws Moved when one is not, any more
    Map<NodeName, Node> nodes(
            Ranking ranking, int generation, Head head, Collection<NodeName> names) {
        var keys = names.stream().map(name -> nodeKey(ranking, generation, name)).toList();
        var found = rows.read(table, keys, true);
        var nodes = new HashMap<NodeName, Node>();
        for (var name : names) {
            var row = found.get(BoardRowsTable.name(nodeKey(ranking, generation, name)));
            if (row == null || row.number("v") > head.batch()) throw new Moved();
            nodes.put(name, Node.of(row.bytes("n")));
        }
        return nodes;
    }

    /// Where a ranking has these; who never was on it is nowhere.
    Map<String, Stand> stands(Ranking ranking, int generation, Collection<String> who) {
        var keys = who.stream().map(one -> standKey(ranking, generation, one)).toList();
        var found = rows.read(table, keys, true);
        var stands = new HashMap<String, Stand>();
        for (var one : who) {
            var row = found.get(BoardRowsTable.name(standKey(ranking, generation, one)));
            stands.put(one, row == null ? Stand.NOWHERE : StandRow.stand(row));
        }
        return stands;
    }

    void put(Ranking ranking, int generation, long number, NodeName name, Node node) {
        var row = nodeKey(ranking, generation, name).with("v", number).with("n", node.bytes());
        putNotLater(expiring(row, ranking), number);
    }

    void put(Ranking ranking, int generation, String who, Stand stand) {
        var row = StandRow.fill(standKey(ranking, generation, who), stand);
        putNotLater(expiring(row, ranking), stand.batch());
    }

    private void putNotLater(Row row, long number) {
        var values = Row.empty().with(":v", number).values();
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row.values())
                            .conditionExpression(NOT_LATER)
                            .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException _) {
            throw new Overtaken();
        }
    }

    /// Somebody else has taken the ranking over: nothing of this batch counts.
    static final class Overtaken extends RuntimeException {
        Overtaken() {
            super("another function has taken the ranking over");
        }
    }

    /// Makes a batch count.
    ///
    /// @throws Overtaken when another did instead
    void commit(Ranking ranking, int generation, Head seen, Head next) {
        var row =
                headKey(ranking, generation)
                        .with("v", next.batch())
                        .with("height", next.tree().height())
                        .with("n", next.tree().root().bytes())
                        .with("count", next.tree().count())
                        .with("at", next.at().toEpochMilli())
                        .with("lost", next.lost().stream().map(String::valueOf).toList());
        if (next.fence() > 0) row.with("fence", next.fence());
        next.next().ifPresent(later -> row.with("next", later));
        expiring(row, ranking);
        var values = Row.empty();
        if (seen.batch() > 0) values.with(":v", seen.batch());
        if (seen.fence() > 0) values.with(":fence", seen.fence());
        String as = seen.batch() > 0 ? "v = :v" : "attribute_not_exists(v)";
        as += seen.fence() > 0 ? " AND fence = :fence" : " AND attribute_not_exists(fence)";
        commit(row, as, values);
    }

    private void commit(Row row, String condition, Row values) {
        try {
            dynamo.putItem(put ->
                    put.tableName(table)
                            .item(row.values())
                            .conditionExpression(condition)
                            .expressionAttributeValues(values.orNone())
                            .returnValuesOnConditionCheckFailure("ALL_OLD"));
        } catch (ConditionalCheckFailedException refused) {
            if (!row.standsAlready(refused)) throw new Overtaken();
        }
    }

    /// Keeps an earlier batch that never ended from ever counting.
    void fence(Ranking ranking, int generation, long number) {
        var values = Row.empty().with(":number", number).values();
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(headKey(ranking, generation).values())
                        .updateExpression("SET fence = :number")
                        .expressionAttributeValues(values));
    }

    /// Leads whoever still reads this generation to the one that took its place.
    void lead(Ranking ranking, int generation, int next) {
        var values = Row.empty().with(":later", next).values();
        dynamo.updateItem(update ->
                update.tableName(table)
                        .key(headKey(ranking, generation).values())
                        .updateExpression("SET #next = :later")
                        .expressionAttributeNames(Map.of("#next", "next"))
                        .expressionAttributeValues(values));
    }

    /// Forgets where somebody was who is nowhere now.
    void forget(Ranking ranking, int generation, String who, Stand seen) {
        var values = Row.empty().with(":v", seen.batch()).values();
        try {
            dynamo.deleteItem(delete ->
                    delete.tableName(table)
                            .key(standKey(ranking, generation, who).values())
                            .conditionExpression("v = :v")
                            .expressionAttributeValues(values));
        } catch (ConditionalCheckFailedException _) {
            // it is another by now
        }
    }

    private static Row expiring(Row row, Ranking ranking) {
        ranking.expires().ifPresent(at -> row.with("expires", at));
        return row;
    }

    private static Row headKey(Ranking ranking, int generation) {
        return Row.key("HEAD#" + ranking, Integer.toString(generation));
    }

    private static Row nodeKey(Ranking ranking, int generation, NodeName name) {
        String node = "#" + generation + "#" + name.level() + "#" + name.low();
        return Row.key("NODE#" + ranking + node, Integer.toString(name.slot()));
    }

    private static Row standKey(Ranking ranking, int generation, String who) {
        return Row.key("STAND#" + ranking + "#" + who, Integer.toString(generation));
    }
}
