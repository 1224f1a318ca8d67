package games.drawbridge.realtime.bus;

import games.drawbridge.realtime.log.RedisLink;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Redis' channels: one connection to publish, so that the order holds, and one to listen.
public final class RedisPubSub implements PubSub {
    private final Redis redis;
    private final RedisLink out;
    private @Nullable RedisConnection in;

    public RedisPubSub(Redis redis) {
        this.redis = redis;
        this.out = new RedisLink(redis);
    }

    @Override
    public CompletableFuture<Integer> publish(String channel, String text) {
        return out.send(Request.cmd(Command.PUBLISH).arg(channel).arg(text))
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
