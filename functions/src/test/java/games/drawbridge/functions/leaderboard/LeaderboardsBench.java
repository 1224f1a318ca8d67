package games.drawbridge.functions.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.testkit.Meter;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.leaderboard.Cycle;
import games.drawbridge.model.leaderboard.Place;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What a rank and an improvement cost on a board of many entries: requests and capacity units, as
/// DynamoDB Local counts them. `./drawbridge bench leaderboards --entries N` runs it.
class LeaderboardsBench {
    private static final long NOW = Instant.parse("2026-11-01T12:00:00Z").toEpochMilli();
    private static final int SAMPLE = 6_000;
    private static final int RANKS = 300;

    private final int entries = Integer.getInteger("entries", 10_000);
    private final World world = World.open();
    private final Meter meter = world.meter();
    private final Random dice = new Random(entries);
    private Group group = group("uniform");
    private Ranking ranking = Ranking.world(group.board(), group.period());
    private final List<Place> sample = new ArrayList<>();
    private final Map<String, Object> report = new LinkedHashMap<>();

    private static Group group(String scores) {
        var id = new BoardId("board-" + scores.toLowerCase(Locale.ROOT));
        var board = Board.of(id, "Bench").best().each(new Cycle.Always());
        return new Group(board, board.period("all", Instant.now()).orElseThrow(), false);
    }

    @Test
    void measure() throws IOException {
        report.put("entries", entries);
        for (String scores : List.of("uniform", "logNormal")) {
            sample.clear();
            group = group(scores);
            ranking = Ranking.world(group.board(), group.period());
            var rows = new BenchRows(world, ranking);
            long[] sorted = scores(scores);
            long loading = System.nanoTime();
            var tree = rows.load(places(sorted), sample, entries);
            var one = new LinkedHashMap<String, Object>();
            report.put(scores, one);
            one.put("height", tree.height());
            one.put("rootBytes", tree.root().bytes().length);
            one.put("nodes", rows.nodes());
            one.put("loadSeconds", (System.nanoTime() - loading) / 1_000_000_000);
            one.put("rank", ranks(sorted));
            one.put("improvement", improvements(30, 25, sorted));
            one.put("secondOf5000", improvements(5_000, 1, sorted));
        }
        BenchReport.write(entries, report);
        var others = new Others(entries);
        report.put("skipList", others.skipList(scores("uniform")));
        report.put("redis", others.redis(scores("uniform")));
        report.put(
                "countQuery",
                new BenchRows(world, ranking)
                        .countQuery(Math.min(entries, 10_000), entries, meter));
        BenchReport.write(entries, report);
    }

    /// Best first.
    private long[] scores(String kind) {
        var random = new Random(7);
        var all = new long[entries];
        for (int n = 0; n < entries; n++)
            all[n] =
                    kind.equals("uniform")
                            ? random.nextLong()
                            : (long) Math.exp(8 + 1.5 * random.nextGaussian());
        Arrays.sort(all);
        for (int low = 0, high = entries - 1; low < high; low++, high--) {
            long swap = all[low];
            all[low] = all[high];
            all[high] = swap;
        }
        return all;
    }

    private Iterable<Place> places(long[] sorted) {
        var at = new AtomicLong(NOW - entries);
        return () ->
                Arrays.stream(sorted)
                        .mapToObj(score ->
                                new Place(score, at.getAndIncrement(), player(dice.nextLong())))
                        .iterator();
    }

    /// As long as the ids of players are.
    private static String player(long number) {
        String text = Long.toUnsignedString(number, 36);
        return "0".repeat(Math.max(0, 16 - text.length())) + text;
    }

    private Map<String, Object> ranks(long[] sorted) {
        var standings = new Standings(new Aws(world.environment("BoardCalls")));
        double units = 0;
        double most = 0;
        int calls = 0;
        int mostTrips = 0;
        for (int n = 0; n < RANKS; n++) {
            var place = sample.get(n * sample.size() / RANKS);
            meter.take();
            long rank =
                    standings.read(
                            ranking,
                            List.of(place.who()),
                            view -> view.around(place.who(), 0).getFirst().rank());
            var reading = meter.take();
            assertThat(rank).isEqualTo(1 + before(sorted, place.score()));
            units += reading.read();
            most = Math.max(most, reading.read());
            calls += reading.total();
            // the head and the stand go out together
            mostTrips = Math.max(mostTrips, reading.total() - 1);
        }
        var result = new LinkedHashMap<String, Object>();
        result.put("roundTripsAtMost", mostTrips);
        result.put("requests", (double) calls / RANKS);
        result.put("readUnits", units / RANKS);
        result.put("readUnitsAtMost", most);
        return result;
    }

    private static long before(long[] sorted, long score) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > score) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private Map<String, Object> improvements(int size, int batches, long[] sorted) {
        var scores = new ScoreTable(new Aws(world.environment("ApplyEffects")), new Random(1));
        var folds = new Folds(new Aws(world.environment("FoldScores")), InstantSource.system());
        int done = 0;
        meter.take();
        for (int batch = 0; batch < batches; batch++) {
            var who = new HashSet<String>();
            while (who.size() < Math.min(size, sample.size() - 1)) {
                int n = dice.nextInt(sample.size());
                var place = sample.get(n);
                if (!who.add(place.who())) continue;
                // as good as somebody further up
                long better = sorted[dice.nextInt((int) before(sorted, place.score()) + 1)];
                long score = Math.max(better, place.score() + 1);
                if (score < place.score()) continue;
                var next = new Place(score, NOW + 1 + batch, place.who());
                scores.keep(group, next, "bench");
                sample.set(n, next);
            }
            folds.fold(group, who);
            done += who.size();
        }
        var reading = meter.take();
        var result = new LinkedHashMap<String, Object>();
        result.put("improvements", done);
        result.put("batch", size);
        result.put("writeUnitsEach", reading.write() / done);
        result.put("readUnitsEach", reading.read() / done);
        result.put("requestsEach", (double) reading.total() / done);
        result.put("writeUnitsOfOnePartitionKeyAtMost", reading.partition());
        return result;
    }
}
