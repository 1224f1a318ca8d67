package games.drawbridge.model.trace;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A stretch of a way.
///
/// @param place its own
/// @param parent the span that it is a part of
/// @param attributes ids of rooms and players, and what came of it; nothing secret
public record Span(
        Trace place,
        String parent,
        String name,
        Instant from,
        Instant to,
        Map<String, String> attributes) {
    private static final int SERVER = 2;

    public Span {
        attributes = Map.copyOf(attributes);
    }

    /// As OTLP's JSON has them: a collector's `/v1/traces` takes it.
    public static Map<String, Object> otlp(String service, List<Span> spans) {
        Map<String, Object> scope =
                Map.of(
                        "scope", Map.of("name", "drawbridge"),
                        "spans", spans.stream().map(Span::otlp).toList());
        Map<String, Object> resource =
                Map.of(
                        "resource",
                        Map.of("attributes", attributes(Map.of("service.name", service))),
                        "scopeSpans",
                        List.of(scope));
        return Map.of("resourceSpans", List.of(resource));
    }

    private Map<String, Object> otlp() {
        return Map.of(
                "traceId", place.id(),
                "spanId", place.span(),
                "parentSpanId", parent,
                "name", name,
                "kind", SERVER,
                "startTimeUnixNano", nanos(from),
                "endTimeUnixNano", nanos(to),
                "attributes", attributes(attributes));
    }

    /// A 64-bit number is a text in JSON.
    private static String nanos(Instant at) {
        return "%d%09d".formatted(at.getEpochSecond(), at.getNano());
    }

    private static List<Map<String, Object>> attributes(Map<String, String> all) {
        return new TreeMap<>(all)
                .entrySet().stream()
                        .map(it ->
                                Map.<String, Object>of(
                                        "key", it.getKey(),
                                        "value", Map.of("stringValue", it.getValue())))
                        .toList();
    }
}
