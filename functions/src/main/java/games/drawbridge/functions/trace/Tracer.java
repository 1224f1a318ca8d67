package games.drawbridge.functions.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.trace.Span;
import games.drawbridge.model.trace.Trace;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Follows some traces. A function stands still once it has answered, so a span is told before
/// that, and those few callers wait for it.
public final class Tracer {
    /// Milliseconds that a caller waits for the collector at most, to reach it and to hear it.
    private static final int PATIENCE = 200;

    private final Optional<URI> collector;
    private final int perThousand;
    private final InstantSource clock;
    private final SecureRandom dice = new SecureRandom();

    public Tracer(Environment environment, InstantSource clock) {
        collector =
                Optional.of(environment.get("OTLP_ENDPOINT"))
                        .filter(it -> !it.isEmpty())
                        .map(it -> URI.create(it + "/v1/traces"));
        perThousand = Integer.parseInt(environment.get("TRACE_SHARE"));
        this.clock = clock;
    }

    /// Does some work as a span of the trace, and lets the work know its place, to be passed on.
    public <T> T within(
            Optional<Trace> trace,
            String name,
            Map<String, String> attributes,
            Function<Optional<Trace>, T> work) {
        if (trace.isEmpty() || collector.isEmpty() || !trace.get().isAmong(perThousand))
            return work.apply(trace);
        var parent = trace.get();
        var place = parent.at(HexFormat.of().toHexDigits(dice.nextLong()));
        var from = clock.instant();
        try {
            return work.apply(Optional.of(place));
        } finally {
            tell(new Span(place, parent.span(), name, from, clock.instant(), attributes));
        }
    }

    /// What a collector does not take is lost: no player's call fails for it.
    private void tell(Span span) {
        try {
            var url = collector.orElseThrow().toURL();
            var connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            connection.setDoOutput(true);
            connection.setRequestProperty("content-type", "application/json");
            try (var out = connection.getOutputStream()) {
                out.write(JsonText.write(Span.otlp("functions", List.of(span))).getBytes(UTF_8));
            }
            try (var answer = connection.getInputStream()) {
                answer.readAllBytes();
            }
        } catch (IOException _) {
            // as said
        }
    }
}
