package games.drawbridge.realtime.bus;

import games.drawbridge.realtime.log.RedisLink;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Redis' channels: one connection to publish, and one to listen.
public final class RedisPubSub implements PubSub {
    private final Redis redis;
    private final RedisLink out;
    private final Executor writer;
    private @Nullable RedisConnection in;

    /// @param writer one thread, from which everything is published: what a connection's own event
    ///   loop sends leaves at once, before what other threads have handed to that loop earlier
    public RedisPubSub(Redis redis, Executor writer) {
        this.redis = redis;
        this.out = new RedisLink(redis);
        this.writer = writer;
    }

    @Override
    public CompletableFuture<Integer> publish(String channel, String text) {
        var request = Request.cmd(Command.PUBLISH).arg(channel).arg(text);
        return CompletableFuture.supplyAsync(() -> out.send(request), writer)
                .thenCompose(Function.identity())
                .thenApply(count -> Integer.valueOf(String.valueOf(count)));
    }

    @Override
    public void listen(String channel, Consumer<String> heard, Runnable ended) {
        redis.connect()
                .onFailure(_ -> ended.run())
                .onSuccess(connection -> {
                    instead(connection);
                    connection.handler(push -> text(push, heard));
                    connection.exceptionHandler(_ -> ended.run());
                    connection.endHandler(_ -> ended.run());
                    connection
                            .send(Request.cmd(Command.SUBSCRIBE).arg(channel))
                            .onFailure(_ -> ended.run());
                });
    }

    private synchronized void instead(RedisConnection next) {
        if (in != null) {
            in.handler(null).exceptionHandler(null).endHandler(null);
            var _ = in.close();
        }
        in = next;
    }

    private static void text(Response push, Consumer<String> heard) {
        if (push.size() == 3 && "message".equals(push.get(0).toString()))
            heard.accept(push.get(2).toString());
    }
}
