package games.drawbridge.functions.leaderboard;

import games.drawbridge.functions.testkit.Redis;
import games.drawbridge.model.leaderboard.Order;
import games.drawbridge.model.leaderboard.Place;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import redis.clients.jedis.Jedis;

/// How others rank: everything in one memory.
final class Others {
    private static final int ASKED = 10_000;

    /// Milliseconds: ten million names are not given back in two seconds.
    private static final int PATIENCE = 300_000;

    private final int entries;

    Others(int entries) {
        this.entries = entries;
    }

    Map<String, Object> skipList(long[] scores) {
        long before = used();
        long begun = System.nanoTime();
        var list = new RankedSkipList();
        var dice = new Random(5);
        var order = dice.ints(0, scores.length).limit(scores.length).iterator();
        for (int n = 0; n < scores.length; n++)
            list.add(Order.HIGHER.key(new Place(scores[order.next()], n, "%016d".formatted(n))));
        long filled = System.nanoTime() - begun;
        var result = new LinkedHashMap<String, Object>();
        result.put("bytes", used() - before);
        result.put("refillSeconds", filled / 1e9);
        begun = System.nanoTime();
        long sum = 0;
        for (int n = 0; n < ASKED; n++)
            sum += list.before(Order.HIGHER.first(scores[dice.nextInt(scores.length)]));
        result.put("rankMicroseconds", (System.nanoTime() - begun) / 1e3 / ASKED);
        result.put("check", list + " " + sum % 10);
        return result;
    }

    private static long used() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    Map<String, Object> redis(long[] scores) {
        try (var redis = new Jedis(URI.create(Redis.URL), PATIENCE)) {
            long before = memory(redis);
            long begun = System.nanoTime();
            var pipeline = redis.pipelined();
            for (int n = 0; n < scores.length; n++) {
                pipeline.zadd("board", scores[n], "%016d".formatted(n));
                if (n % 10_000 == 0) pipeline.sync();
            }
            pipeline.sync();
            var result = new LinkedHashMap<String, Object>();
            result.put("refillSeconds", (System.nanoTime() - begun) / 1e9);
            result.put("bytes", memory(redis) - before);
            var dice = new Random(5);
            begun = System.nanoTime();
            for (int n = 0; n < ASKED; n++)
                redis.zrevrank("board", "%016d".formatted(dice.nextInt(entries)));
            result.put("rankMicroseconds", (System.nanoTime() - begun) / 1e3 / ASKED);
            result.put("note", "scores are doubles: whole numbers above 2^53 lose digits");
            redis.unlink("board");
            return result;
        }
    }

    private static long memory(Jedis redis) {
        return redis.info("memory")
                .lines()
                .filter(line -> line.startsWith("used_memory:"))
                .mapToLong(line -> Long.parseLong(line.substring("used_memory:".length()).strip()))
                .sum();
    }
}
