package games.drawbridge.bench.work;

import games.drawbridge.record.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What was measured of one contestant in one round of a workload.
public final class Measured {
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    void put(String figure, double value) {
        if (Double.isFinite(value)) figures.put(figure, value);
    }

    public void wrong(String what) {
        wrong.add(what);
    }

    /// By name, with its unit.
    public Map<String, Double> figures() {
        return figures;
    }

    /// All figures in a line, for people.
    public String line() {
        return figures.entrySet().stream()
                .map(it -> it.getKey() + " " + Samples.shown(it.getValue()))
                .collect(Collectors.joining(", "));
    }

    /// What must not be.
    public List<String> wrongs() {
        return wrong;
    }
}
