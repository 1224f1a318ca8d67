package games.drawbridge.bots;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The HTTP contract, as a program sees it. Blocking.
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int MOST_RETRIES = 10;

    private final HttpClient http;
    private final URI origin;
    private final Duration patience;

    public Api(HttpClient http, URI origin) {
        this(http, origin, Duration.ofSeconds(30));
    }

    /// @param patience for one answer
    public Api(HttpClient http, URI origin, Duration patience) {
        this.http = http;
        this.origin = origin;
        this.patience = patience;
    }

    public HttpClient http() {
        return http;
    }

    /// @param body a missing node when there was none
    /// @param retryAfter seconds, when the server asks to come again
    public record Reply(int status, JsonNode body, Optional<Long> retryAfter) {

        /// The body, if the call did what it should.
        ///
        /// @throws IllegalStateException with the problem otherwise
        public JsonNode ok() {
            if (status / 100 == 2) return body;
            throw new IllegalStateException(status + " " + body);
        }
    }

    public Reply get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    /// @param body JSON
    public Reply post(String path, @Nullable String token, String body) {
        var json = HttpRequest.BodyPublishers.ofString(body);
        return send(request(path, token).header("Content-Type", "application/json").POST(json));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        var request = HttpRequest.newBuilder(origin.resolve(path)).timeout(patience);
        if (token != null) request.header("Authorization", "Bearer " + token);
        return request;
    }

    /// Comes again when it is told to: an overloaded server has done nothing yet.
    private Reply send(HttpRequest.Builder request) {
        var reply = once(request);
        for (int i = 0; i < MOST_RETRIES && reply.retryAfter().isPresent(); i++) {
            Pause.millis(1_000 * reply.retryAfter().get());
            reply = once(request);
        }
        return reply;
    }

    private Reply once(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var body = answer.body();
            return new Reply(
                    answer.statusCode(),
                    body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body),
                    answer.headers().firstValue("Retry-After").map(Long::valueOf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
