package games.drawbridge.local.metrics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import games.drawbridge.local.http.Json;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Figures over time, a point for each look; a look that does not have one leaves a gap.
final class Lines {
    /// Ten minutes of looks.
    static final int POINTS = 300;

    private final Map<Figure, Deque<Optional<Double>>> lines = new LinkedHashMap<>();
    private int looks;

    /// @param of whose it is: `n1`, `functions`
    record Figure(String of, String name, String unit) {}

    synchronized void add(Map<Figure, Double> seen) {
        var all = new HashSet<>(lines.keySet());
        all.addAll(seen.keySet());
        for (var figure : all) {
            var line = lines.computeIfAbsent(figure, _ -> gaps(looks));
            line.addLast(Optional.ofNullable(seen.get(figure)));
            if (line.size() > POINTS) line.removeFirst();
        }
        looks = Math.min(looks + 1, POINTS);
    }

    private static Deque<Optional<Double>> gaps(int count) {
        var line = new ArrayDeque<Optional<Double>>();
        for (int n = 0; n < count; n++) line.add(Optional.empty());
        return line;
    }

    /// `[{of, name, unit, points: [number or null]}]`, the oldest point first.
    synchronized ArrayNode json() {
        var all = Json.array();
        lines.entrySet().stream()
                .sorted(
                        Map.Entry.comparingByKey(
                                Comparator.comparing(Figure::of).thenComparing(Figure::name)))
                .forEach(line -> {
                    var shown =
                            all.addObject()
                                    .put("of", line.getKey().of())
                                    .put("name", line.getKey().name())
                                    .put("unit", line.getKey().unit());
                    var points = shown.putArray("points");
                    line.getValue().forEach(point -> points.add(point.orElse(null)));
                });
        return all;
    }
}
