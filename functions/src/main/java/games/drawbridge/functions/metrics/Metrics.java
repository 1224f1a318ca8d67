package games.drawbridge.functions.metrics;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import games.drawbridge.functions.json.JsonText;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Figures of one moment, as one line of the function's log that CloudWatch makes metrics of (its
/// embedded metric format).
public final class Metrics {
    private final String namespace;
    private final Map<String, Long> figures = new LinkedHashMap<>();
    private final List<Map<String, String>> units = new ArrayList<>();

    /// @param namespace the stack's name, so that two stages in one account stay apart
    public Metrics(String namespace) {
        this.namespace = namespace;
    }

    public Metrics count(String name, long value) {
        return put(name, value, "Count");
    }

    public Metrics percent(String name, long value) {
        return put(name, value, "Percent");
    }

    private Metrics put(String name, long value, String unit) {
        figures.put(name, value);
        units.add(Map.of("Name", name, "Unit", unit));
        return this;
    }

    public void log(LambdaLogger log, InstantSource clock) {
        var directive = new LinkedHashMap<String, Object>();
        directive.put("Namespace", namespace);
        directive.put("Dimensions", List.of(List.of()));
        directive.put("Metrics", units);
        var head = new LinkedHashMap<String, Object>();
        head.put("Timestamp", clock.instant().toEpochMilli());
        head.put("CloudWatchMetrics", List.of(directive));
        var line = new LinkedHashMap<String, Object>();
        line.put("_aws", head);
        line.putAll(figures);
        log.log(JsonText.write(line) + "\n");
    }
}
