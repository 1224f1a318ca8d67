package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.aws.Row;
import games.drawbridge.functions.testkit.Meter;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.leaderboard.Place;
import games.drawbridge.model.leaderboard.tree.Node;
import games.drawbridge.model.leaderboard.tree.NodeName;
import games.drawbridge.model.leaderboard.tree.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Loads a board's rows past everything that would write them, 25 at a time. Of the players' own
/// rows it loads those of a sample: what a call costs does not depend on the others'.
final class BenchRows {
    private static final int TOGETHER = 25;

    private final World world;
    private final Ranking ranking;
    private final Random dice = new Random(3);
    private final List<WriteRequest> waiting = new ArrayList<>();
    private int nodes;

    BenchRows(World world, Ranking ranking) {
        this.world = world;
        this.ranking = ranking;
    }

    int nodes() {
        return nodes;
    }

    Tree load(Iterable<Place> places, List<Place> sample, int entries) {
        nodes = 0;
        var order = ranking.board().order();
        var bulk = new BulkTree(RankTable.shape(ranking), this::node);
        double share = Math.min(1, 6_000.0 / entries);
        for (var place : places) {
            bulk.add(order.key(place));
            if (dice.nextDouble() < share) sample.add(place);
        }
        var tree = bulk.tree();
        flush("Ranks");
        for (var place : sample) {
            var key = Row.key("STAND#" + ranking + "#" + place.who(), "1");
            var spot = Optional.of(new Stand.Spot(order.key(place), ""));
            put("Ranks", StandRow.fill(key, new Stand(1, spot, Optional.empty())));
        }
        flush("Ranks");
        for (var place : sample) put("Leaderboards", score(place));
        flush("Leaderboards");
        world.tables().put("Ranks", head(tree).values());
        world.tables()
                .put("Ranks", Row.key("CLAIM#" + ranking, "HEAD").with("attempt", 1).values());
        return tree;
    }

    private Row score(Place place) {
        int lane = Math.floorMod(place.who().hashCode(), BoardLimits.LANES);
        String pk = "SCORES#" + ranking.group() + "#" + Integer.toHexString(lane);
        return Row.key(pk, place.who()).with("score", place.score()).with("reached", place.at());
    }

    private Row head(Tree tree) {
        return Row.key("HEAD#" + ranking, "1")
                .with("v", 1)
                .with("height", tree.height())
                .with("n", tree.root().bytes())
                .with("count", tree.count())
                .with("at", 1)
                .with("lost", List.of());
    }

    private void node(NodeName name, Node node) {
        nodes++;
        String pk = "NODE#" + ranking + "#1#" + name.level() + "#" + name.low();
        put("Ranks", Row.key(pk, "0").with("v", 1).with("n", node.bytes()));
    }

    private void put(String table, Row row) {
        var put = PutRequest.builder().item(row.values()).build();
        waiting.add(WriteRequest.builder().putRequest(put).build());
        if (waiting.size() == TOGETHER) flush(table);
    }

    private void flush(String table) {
        if (waiting.isEmpty()) return;
        var all = List.copyOf(waiting);
        waiting.clear();
        var tables = world.tables();
        tables.dynamo()
                .batchWriteItem(write -> write.requestItems(Map.of(tables.name(table), all)));
    }

    /// What it costs to count all better entries of an index, which is what this board does not do.
    ///
    /// @param measured entries that are counted in truth
    /// @param entries for which the cost is worked out
    Map<String, Object> countQuery(int measured, int entries, Meter meter) {
        for (int n = 0; n < measured; n++)
            put(
                    "Leaderboards",
                    Row.key("COUNTED", "%020d#%s".formatted(n, "0".repeat(16)))
                            .with("score", n)
                            .with("reached", 1_793_563_200_000L));
        flush("Leaderboards");
        var all = Map.of(":pk", AttributeValue.fromS("COUNTED"));
        var tables = world.tables();
        double units = 0;
        int pages = 0;
        var pager =
                tables.dynamo()
                        .queryPaginator(query ->
                                query.tableName(tables.name("Leaderboards"))
                                        .keyConditionExpression("pk = :pk")
                                        .expressionAttributeValues(all)
                                        .select(Select.COUNT)
                                        .returnConsumedCapacity("TOTAL"));
        for (var page : pager) {
            units += page.consumedCapacity().capacityUnits();
            pages++;
        }
        var result = new LinkedHashMap<String, Object>();
        result.put("measuredEntries", measured);
        result.put("measuredReadUnits", units);
        result.put("measuredRoundTrips", pages);
        result.put("readUnitsOfAMedianRank", units / measured * entries / 2);
        return result;
    }
}
