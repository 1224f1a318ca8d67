package games.drawbridge.local.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.metrics.Lines.Figure;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/// How often functions ran, how long it took and what failed. Any thread may count.
public final class FunctionMeter {
    /// Of each function, the newest: enough for a slowest hundredth.
    private static final int KEPT = 1_000;

    private final Map<String, Runs> functions = new TreeMap<>();
    private long ran;
    private long failed;
    private double slowest;

    private static final class Runs {
        final double[] newest = new double[KEPT];
        long count;
        long failed;
        double total;
        double max;

        void add(double millis, boolean well) {
            newest[(int) (count++ % KEPT)] = millis;
            if (!well) failed++;
            total += millis;
            max = Math.max(max, millis);
        }

        /// What a hundredth of the newest took longer than.
        double slow() {
            double[] sorted = Arrays.copyOf(newest, (int) Math.min(count, KEPT));
            Arrays.sort(sorted);
            return sorted[(sorted.length * 99 - 1) / 100];
        }
    }

    /// @param well whether it answered
    public synchronized void ran(String function, Duration took, boolean well) {
        double millis = took.toNanos() / 1e6;
        functions.computeIfAbsent(function, _ -> new Runs()).add(millis, well);
        ran++;
        if (!well) failed++;
        slowest = Math.max(slowest, millis);
    }

    /// Since it was last asked.
    synchronized Map<Figure, Double> look(double seconds) {
        var seen = new HashMap<Figure, Double>();
        seen.put(new Figure("functions", "runs", "a second"), ran / seconds);
        seen.put(new Figure("functions", "failed", "a second"), failed / seconds);
        seen.put(new Figure("functions", "slowest", "ms"), slowest);
        ran = 0;
        failed = 0;
        slowest = 0;
        return seen;
    }

    /// `[{function, count, failed, mean, p99, max}]`, times in ms.
    synchronized ArrayNode json() {
        var all = Json.array();
        functions.forEach((name, runs) ->
                all.addObject()
                        .put("function", name)
                        .put("count", runs.count)
                        .put("failed", runs.failed)
                        .put("mean", runs.total / runs.count)
                        .put("p99", runs.slow())
                        .put("max", runs.max));
        return all;
    }
}
