package games.drawbridge.faults;

import games.drawbridge.record.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was counted and measured in a scenario.
final class Figures {
    /// Milliseconds from a fault (or its end) to the first answer of a room that it hit.
    static final String SERVE = "serve again ms";

    /// Milliseconds that the slowest move of a room took while its node was replaced.
    static final String PAUSE = "pause ms";

    /// Seconds from the last move that anybody makes until all have everything.
    static final String REST = "come to rest s";

    private final Map<String, Samples> samples = new LinkedHashMap<>();
    private final Map<String, Integer> resets = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();
    private @Nullable String skipped;
    int rounds;
    int rooms;
    long sent;
    long acknowledged;
    long told;
    long lost;
    long doubled;
    long disconnects;

    synchronized Samples samples(String measure) {
        return samples.computeIfAbsent(measure, _ -> new Samples());
    }

    synchronized Map<String, Samples> all() {
        return new LinkedHashMap<>(samples);
    }

    /// How many samples there are of each measure.
    synchronized Map<String, Integer> counts() {
        var counts = new LinkedHashMap<String, Integer>();
        samples.forEach((measure, all) -> counts.put(measure, all.all().size()));
        return counts;
    }

    synchronized void violation(String what) {
        violations.add(what);
    }

    synchronized void reset(String why, int times) {
        resets.merge(why, times, Integer::sum);
    }

    /// It could not be done here.
    void skipped(String why) {
        skipped = why;
    }

    @Nullable String skipped() {
        return skipped;
    }

    Map<String, Integer> resets() {
        return resets;
    }

    List<String> violations() {
        return violations;
    }
}
