package games.drawbridge.bots.evening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The HTTP contract for many bots on one event loop.
final class Web implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// At once, of all bots together: as many as two cores can work on, and some that wait.
    private static final int CONNECTIONS = 24;

    /// Milliseconds for one answer.
    private static final long PATIENCE = 60_000;

    private static final int MOST_TRIES = 10;

    private final Vertx vertx;
    private final HttpClient http;
    private final URI origin;
    private final Counts counts;

    Web(Vertx vertx, URI origin, Counts counts) {
        this.vertx = vertx;
        this.origin = origin;
        this.counts = counts;
        http = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS));
    }

    /// @param body a missing node when there was none
    record Reply(int status, JsonNode body, @Nullable String retryAfter) {
        boolean ok() {
            return status / 100 == 2;
        }

        /// Whether it is said that the same may be asked again later.
        boolean isPassing() {
            return retryAfter != null || status >= 500;
        }

        String code() {
            return body.path("code").asText();
        }
    }

    /// @param what it is counted as
    /// @param key with which it happens once; absent where it needs none
    record Call(
            String what,
            HttpMethod method,
            String path,
            @Nullable String token,
            @Nullable String body,
            @Nullable String key) {}

    /// Comes again when it is told to, and when there was no answer: all that bots ask for may be
    /// asked for twice.
    Future<Reply> send(Call call) {
        return send(call, 1);
    }

    private Future<Reply> send(Call call, int tries) {
        long from = System.nanoTime();
        return once(call)
                .transform(answer -> {
                    if (answer.succeeded())
                        counts.took(call.what(), (System.nanoTime() - from) / 1e6);
                    boolean again = answer.failed() || answer.result().isPassing();
                    if (!again || tries == MOST_TRIES) return ended(call, answer);
                    counts.add("calls that were sent again");
                    return later(pause(answer.result())).compose(_ -> send(call, tries + 1));
                });
    }

    private Future<Reply> ended(Call call, AsyncResult<Reply> answer) {
        if (answer.failed()) return Future.failedFuture(answer.cause());
        counts.add(call.what() + (answer.result().ok() ? "" : ", refused"));
        return Future.succeededFuture(answer.result());
    }

    private static long pause(@Nullable Reply reply) {
        return reply == null || reply.retryAfter == null
                ? 500
                : 1_000 * Long.parseLong(reply.retryAfter);
    }

    /// @param millis from now
    Future<Void> later(long millis) {
        var promise = Promise.<Void>promise();
        vertx.setTimer(Math.max(1, millis), _ -> promise.complete());
        return promise.future();
    }

    private Future<Reply> once(Call call) {
        var options =
                new RequestOptions()
                        .setMethod(call.method())
                        .setHost(origin.getHost())
                        .setPort(origin.getPort())
                        .setURI(call.path())
                        .setTimeout(PATIENCE);
        if (call.token() != null) options.putHeader("Authorization", "Bearer " + call.token());
        if (call.body() != null) options.putHeader("Content-Type", "application/json");
        if (call.key() != null) options.putHeader("Idempotency-Key", call.key());
        return http.request(options)
                .compose(request -> sent(request, call.body()))
                .compose(answer -> answer.body().map(body -> reply(answer, body)));
    }

    private static Future<HttpClientResponse> sent(
            HttpClientRequest request, @Nullable String body) {
        return body == null ? request.send() : request.send(body);
    }

    private static Reply reply(HttpClientResponse answer, Buffer body) {
        var json = body.length() == 0 ? MissingNode.getInstance() : parse(body.toString());
        return new Reply(answer.statusCode(), json, answer.getHeader("Retry-After"));
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
