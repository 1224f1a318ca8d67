package games.drawbridge.realtime.trace;

import games.drawbridge.model.trace.Span;
import games.drawbridge.model.trace.Trace;
import games.drawbridge.realtime.json.Jackson;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Spans of the traces that are followed, on their way to the collector by a thread of their own.
/// Where none is named, or of a trace that is not followed, nothing is done and nothing is made.
public final class Spans {
    /// Spans that wait: more than a second of a storm of joins. What is beyond is lost.
    private static final int WAITING = 1_000;

    /// Of one request to the collector.
    private static final int TOGETHER = 100;

    private static final int PATIENCE_MILLIS = 2_000;

    private final Optional<URI> collector;
    private final int perThousand;
    private final InstantSource clock;
    private final BlockingQueue<Span> waiting = new ArrayBlockingQueue<>(WAITING);

    /// @param endpoint OTLP over HTTP, without `/v1/traces`
    /// @param perThousand how many of a thousand traces are followed
    public Spans(Optional<URI> endpoint, int perThousand, InstantSource clock) {
        this.collector = endpoint.map(it -> URI.create(it + "/v1/traces"));
        this.perThousand = perThousand;
        this.clock = clock;
        collector.ifPresent(
                url -> Thread.ofPlatform().daemon().name("spans").start(() -> run(url)));
    }

    /// A stretch that has begun.
    public record Begun(Trace place, String parent, String name, Instant from) {}

    /// The trace, if it is followed.
    public @Nullable Trace followed(@Nullable Trace trace) {
        boolean isOn = collector.isPresent() && trace != null && trace.isAmong(perThousand);
        return isOn ? trace : null;
    }

    /// @return nothing where the trace is not followed
    public @Nullable Begun begin(@Nullable Trace trace, String name) {
        var parent = followed(trace);
        if (parent == null) return null;
        String span = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return new Begun(parent.at(span), parent.span(), name, clock.instant());
    }

    public void end(@Nullable Begun begun, Map<String, String> attributes) {
        if (begun == null) return;
        var _ =
                waiting.offer(
                        new Span(
                                begun.place(),
                                begun.parent(),
                                begun.name(),
                                begun.from(),
                                clock.instant(),
                                attributes));
    }

    private void run(URI url) {
        var some = new ArrayList<Span>();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                some.add(waiting.take());
                waiting.drainTo(some, TOGETHER - 1);
                send(url, some);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException _) {
                // they are lost, and the next ones may arrive
            }
            some.clear();
        }
    }

    private static void send(URI url, List<Span> spans) throws IOException {
        var connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setDoOutput(true);
        connection.setRequestProperty("content-type", "application/json");
        try (var out = connection.getOutputStream()) {
            out.write(Jackson.lenient().writeValueAsBytes(Span.otlp("node", spans)));
        }
        try (var answer = connection.getInputStream()) {
            answer.readAllBytes();
        }
    }
}
