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
import org.jspecify.annotations.Nullable;

/// The HTTP contract, as a program sees it. Blocking, for virtual threads.
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI origin;

    public Api(HttpClient http, URI origin) {
        this.http = http;
        this.origin = origin;
    }

    public HttpClient http() {
        return http;
    }

    /// @param body a missing node when there was none
    public record Reply(int status, JsonNode body) {

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
        var request = HttpRequest.newBuilder(origin.resolve(path)).timeout(Duration.ofSeconds(30));
        if (token != null) request.header("Authorization", "Bearer " + token);
        return request;
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var body = answer.body();
            return new Reply(
                    answer.statusCode(),
                    body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
