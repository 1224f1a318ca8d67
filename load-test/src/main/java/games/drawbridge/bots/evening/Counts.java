package games.drawbridge.bots.evening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a crowd did and heard, by name, and how long things took.
public final class Counts {
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, List<Double>> times = new TreeMap<>();

    synchronized void add(String what) {
        add(what, 1);
    }

    synchronized void add(String what, long many) {
        counts.merge(what, many, Long::sum);
    }

    /// @param millis that it took
    synchronized void took(String what, double millis) {
        times.computeIfAbsent(what, _ -> new ArrayList<>()).add(millis);
    }

    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    public synchronized long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    /// Milliseconds, each time it happened.
    public synchronized Map<String, List<Double>> times() {
        var all = new TreeMap<String, List<Double>>();
        times.forEach((what, each) -> all.put(what, List.copyOf(each)));
        return all;
    }
}
