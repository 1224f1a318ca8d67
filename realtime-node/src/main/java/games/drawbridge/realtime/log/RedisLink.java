package games.drawbridge.realtime.log;

import io.vertx.core.Future;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The one connection to Redis that all logs share: commands of many rooms travel in one stream and
/// are answered in order. A broken connection fails what was under way; the next command makes a
/// new one.
public final class RedisLink {
    /// Between two vain tries to connect: many rooms ask for one.
    private static final long PAUSE = Duration.ofMillis(100).toNanos();

    private final Redis redis;
    private @Nullable Future<RedisConnection> connection;
    private long connections;
    private long triedAt;

    public RedisLink(Redis redis) {
        this.redis = redis;
    }

    /// Sends one command. The answer may be lost though the command arrived.
    public CompletableFuture<@Nullable Response> send(Request request) {
        return send(connected(), request);
    }

    /// Sends one command over that connection alone; fails when there is another by now.
    CompletableFuture<@Nullable Response> send(Request request, long over) {
        return send(connected(over), request);
    }

    /// Sends commands in one piece over that connection alone; fails when there is another by now,
    /// and as soon as one of the commands fails.
    ///
    /// @return their answers, in order
    CompletableFuture<List<@Nullable Response>> send(List<Request> requests, long over) {
        return answered(connected(over).compose(open -> open.batch(requests)));
    }

    private static CompletableFuture<@Nullable Response> send(
            Future<RedisConnection> connection, Request request) {
        return answered(connection.compose(open -> open.send(request)));
    }

    private static <T extends @Nullable Object> CompletableFuture<T> answered(Future<T> coming) {
        var answer = new CompletableFuture<T>();
        coming.onSuccess(answer::complete).onFailure(answer::completeExceptionally);
        return answer;
    }

    private synchronized Future<RedisConnection> connected(long over) {
        var open = connected();
        return over == connections ? open : Future.failedFuture("another connection");
    }

    private synchronized Future<RedisConnection> connected() {
        long now = System.nanoTime();
        if (connection == null || (connection.failed() && now - triedAt > PAUSE)) {
            triedAt = now;
            connections++;
            var opening = redis.connect();
            connection = opening;
            opening.onSuccess(open -> open.exceptionHandler(_ -> forget(opening)))
                    .onSuccess(open -> open.endHandler(_ -> forget(opening)));
        }
        return connection;
    }

    private synchronized void forget(Future<RedisConnection> broken) {
        if (broken.equals(connection)) connection = null;
    }

    /// Which connection there is, counted from the first; a broken one is replaced. Behind a new
    /// one may be a server that has forgotten.
    synchronized long connection() {
        var _ = connected();
        return connections;
    }
}
