package games.drawbridge.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Probe;
import games.drawbridge.local.metrics.Lines.Figure;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Looks at everything again and again.
public final class Sampler implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Sampler.class.getName());

    /// Between two looks.
    private static final int SECONDS = 2;

    private final Supplier<Map<String, Integer>> nodes;
    private final FunctionMeter functions;
    private final Lines lines = new Lines();
    private final Map<String, NodeFigures> figures = new HashMap<>();
    private final ScheduledThreadPoolExecutor timer;

    /// @param nodes the ports of those that are up, by their names
    public Sampler(Supplier<Map<String, Integer>> nodes, FunctionMeter functions) {
        this.nodes = nodes;
        this.functions = functions;
        timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("figures").factory());
        timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            var seen = new HashMap<>(functions.look(SECONDS));
            nodes.get().forEach((node, port) -> seen.putAll(look(node, port)));
            lines.add(seen);
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.WARNING, "figures", fault);
        }
    }

    /// Nothing of a node that does not answer: its lines have a gap there.
    private Map<Figure, Double> look(String node, int port) {
        var of = figures.computeIfAbsent(node, NodeFigures::new);
        return Probe.text("http://127.0.0.1:%d/metrics".formatted(port))
                .map(text -> of.look(text, SECONDS))
                .orElse(Map.of());
    }

    /// `{every, lines, functions}`: seconds between two points; [Lines#json]; [FunctionMeter#json].
    public JsonNode json() {
        var all = Json.object().put("every", SECONDS);
        all.set("lines", lines.json());
        all.set("functions", functions.json());
        return all;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
