package games.drawbridge.faults.net;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// Stands before an AWS service and makes trouble for a share of its calls. It speaks HTTP as the
/// service does, so that the SDK's own retries are part of what is seen.
public final class Toll implements AutoCloseable {
    /// What concerns one hop only.
    private static final Set<String> HOP =
            Set.of("connection", "transfer-encoding", "keep-alive", "expect");

    private final HttpServer server;
    private final HttpClient client;
    private final URI service;
    private final RandomGenerator dice;
    private final Set<HttpServerRequest> hanging = ConcurrentHashMap.newKeySet();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong troubled = new AtomicLong();
    private volatile Mood mood = new Mood(Trouble.NONE, 0);

    /// @param share of the calls, 0–1
    private record Mood(Trouble trouble, double share) {}

    /// @param service as `http://host:port`
    public Toll(Vertx vertx, String service, RandomGenerator dice) {
        this.service = URI.create(service);
        this.dice = dice;
        client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(500));
        var options = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
        options.setHandle100ContinueAutomatically(true); // else each upload waits 5 s for it
        server = vertx.createHttpServer(options).requestHandler(this::came);
        server.listen().toCompletionStage().toCompletableFuture().join();
    }

    /// As `http://host:port`.
    public String endpoint() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /// @param share of the calls, 0–1
    public void trouble(Trouble trouble, double share) {
        mood = new Mood(trouble, share);
        hanging.forEach(it -> it.connection().close());
        hanging.clear();
    }

    public void calm() {
        trouble(Trouble.NONE, 0);
    }

    /// Calls so far, and how many of them had trouble.
    public Map<String, Long> counted() {
        return Map.of("calls", calls.get(), "troubled", troubled.get());
    }

    private void came(HttpServerRequest request) {
        calls.incrementAndGet();
        var now = mood;
        var trouble = dice.nextDouble() < now.share() ? now.trouble() : Trouble.NONE;
        if (trouble != Trouble.NONE) troubled.incrementAndGet();
        switch (trouble) {
            case NONE, VOID -> request.body().onSuccess(body -> forward(request, body, trouble));
            case THROTTLE -> answer(request, 400, "ProvisionedThroughputExceededException");
            case FAIL -> answer(request, 500, "InternalServerError");
            case HANG -> hanging.add(request);
            case REFUSE -> request.connection().close();
        }
    }

    private static void answer(HttpServerRequest request, int status, String type) {
        var error = new JsonObject();
        error.put("__type", "com.amazonaws.dynamodb.v20120810#" + type).put("message", "made up");
        request.body()
                .onSuccess(_ ->
                        request.response()
                                .setStatusCode(status)
                                .putHeader("content-type", "application/x-amz-json-1.0")
                                .end(error.encode()));
    }

    private void forward(HttpServerRequest request, Buffer body, Trouble trouble) {
        var options =
                new RequestOptions()
                        .setMethod(request.method())
                        .setHost(service.getHost())
                        .setPort(service.getPort())
                        .setURI(request.uri());
        request.headers()
                .forEach(it -> {
                    if (!HOP.contains(it.getKey().toLowerCase(Locale.ROOT)))
                        options.addHeader(it.getKey(), it.getValue());
                });
        client.request(options)
                .compose(call -> call.send(body))
                .compose(answer -> answer.body().map(bytes -> new Answer(answer, bytes)))
                .onSuccess(answer -> {
                    if (trouble == Trouble.VOID) request.connection().close();
                    else reply(request, answer);
                })
                .onFailure(_ -> request.connection().close());
    }

    private record Answer(HttpClientResponse head, Buffer body) {}

    private static void reply(HttpServerRequest request, Answer answer) {
        var response = request.response().setStatusCode(answer.head().statusCode());
        answer.head()
                .headers()
                .forEach(it -> {
                    if (!HOP.contains(it.getKey().toLowerCase(Locale.ROOT)))
                        response.putHeader(it.getKey(), it.getValue());
                });
        response.end(answer.body());
    }

    @Override
    public void close() {
        calm();
        server.close();
        client.close();
    }
}
