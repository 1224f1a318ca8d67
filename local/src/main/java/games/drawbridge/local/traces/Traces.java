package games.drawbridge.local.traces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import games.drawbridge.local.http.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The newest traces, each with its spans.
public final class Traces {
    /// More are of no use to a person; the oldest go.
    private static final int MOST = 200;

    private static final double NANOS = 1e6;

    private final Map<String, List<Span>> traces = new LinkedHashMap<>();

    private record Span(
            String service, String id, String name, double from, double to, JsonNode attributes) {
        ObjectNode json(double begin) {
            var shown =
                    Json.object()
                            .put("service", service)
                            .put("span", id)
                            .put("name", name)
                            .put("after", from - begin)
                            .put("took", to - from);
            return shown.set("attributes", attributes);
        }
    }

    /// Takes what a program sends to `/v1/traces`.
    public synchronized void take(JsonNode sent) {
        for (var resource : sent.path("resourceSpans")) {
            String service = named(resource.path("resource")).path("service.name").asText();
            for (var scope : resource.path("scopeSpans"))
                for (var span : scope.path("spans")) keep(service, span);
        }
        var oldest = traces.keySet().iterator();
        while (traces.size() > MOST && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
    }

    private void keep(String service, JsonNode span) {
        traces.computeIfAbsent(span.path("traceId").asText(), _ -> new ArrayList<>())
                .add(
                        new Span(
                                service,
                                span.path("spanId").asText(),
                                span.path("name").asText(),
                                millis(span.path("startTimeUnixNano")),
                                millis(span.path("endTimeUnixNano")),
                                named(span)));
    }

    private static double millis(JsonNode nanos) {
        return Long.parseLong(nanos.asText()) / NANOS;
    }

    private static ObjectNode named(JsonNode of) {
        var all = Json.object();
        for (var each : of.path("attributes"))
            all.set(each.path("key").asText(), each.path("value").path("stringValue"));
        return all;
    }

    /// `[{trace, spans: [{service, span, name, after, took, attributes}]}]`, the newest first;
    /// times in ms, `after` the trace's beginning.
    public synchronized ArrayNode json() {
        var all = Json.array();
        for (var trace : List.copyOf(traces.entrySet()).reversed()) {
            var spans = new ArrayList<>(trace.getValue());
            spans.sort(Comparator.comparingDouble(Span::from));
            double begin = spans.getFirst().from();
            var shown = all.addObject().put("trace", trace.getKey()).putArray("spans");
            spans.forEach(span -> shown.add(span.json(begin)));
        }
        return all;
    }
}
