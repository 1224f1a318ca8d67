package games.drawbridge.realtime.log;

import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Appends of many rooms that travel together: while some are on their way to Redis, those that
/// come meanwhile wait, and leave as one, which is one hand-over between threads and one system
/// call for all. A quiet node's append leaves at once. What it saves stands in
/// docs/decisions/speed.md. Any thread.
final class Convoy {
    /// Commands that travel together at most: some milliseconds of Redis' time.
    private static final int MOST = 256;

    /// @param over the connection that it may travel by
    private record Waiting(
            Request request, long over, CompletableFuture<@Nullable Response> answer) {}

    /// Appends that wait for the one before, as many as the client itself lets wait: of a Redis
    /// that says nothing each room asks again every other second.
    private static final int WAITING = 100_000;

    private final RedisLink link;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private boolean underWay;

    Convoy(RedisLink link) {
        this.link = link;
    }

    /// Sends a command that may be sent twice.
    CompletableFuture<@Nullable Response> send(Request request, long over) {
        var one = new Waiting(request, over, new CompletableFuture<>());
        synchronized (this) {
            if (waiting.size() >= WAITING)
                return CompletableFuture.failedFuture(
                        new IllegalStateException("too many appends wait"));
            waiting.add(one);
            if (underWay) return one.answer;
            underWay = true;
        }
        leave();
        return one.answer;
    }

    private void leave() {
        var some = next();
        if (some.isEmpty()) return;
        if (some.size() == 1) {
            var _ = alone(some.getFirst()).whenComplete((_, _) -> leave());
            return;
        }
        var requests = some.stream().map(Waiting::request).toList();
        var _ =
                tried(() -> link.send(requests, some.getFirst().over))
                        .whenComplete((answers, error) -> {
                            leave();
                            for (int i = 0; i < some.size(); i++)
                                if (error == null) some.get(i).answer.complete(answers.get(i));
                                else alone(some.get(i));
                        });
    }

    /// Of a convoy it is only known that one has failed, and not which: each asks again by itself.
    private CompletableFuture<@Nullable Response> alone(Waiting one) {
        return tried(() -> link.send(one.request, one.over))
                .whenComplete((answer, error) -> {
                    if (error == null) one.answer.complete(answer);
                    else one.answer.completeExceptionally(error);
                });
    }

    /// Whatever goes wrong, those who wait must leave after it.
    private static <T extends @Nullable Object> CompletableFuture<T> tried(
            Supplier<CompletableFuture<T>> call) {
        try {
            return call.get();
        } catch (RuntimeException fault) {
            return CompletableFuture.failedFuture(fault);
        }
    }

    private synchronized List<Waiting> next() {
        var some = new ArrayList<Waiting>();
        var first = waiting.peek();
        while (first != null && some.size() < MOST && !waiting.isEmpty()) {
            if (waiting.element().over != first.over) break;
            some.add(waiting.remove());
        }
        underWay = !some.isEmpty();
        return some;
    }
}
