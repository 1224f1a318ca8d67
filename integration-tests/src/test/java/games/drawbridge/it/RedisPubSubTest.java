package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.realtime.bus.RedisPubSub;
import io.netty.channel.EventLoopGroup;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.redis.client.Redis;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What nodes say to each other through the real Redis, with a node's threads: two event loops that
/// rooms and connections share.
class RedisPubSubTest {
    private static final int TEXTS = 2_000;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final EventLoopGroup threads = ((VertxInternal) vertx).getEventLoopGroup();
    private final RedisPubSub pubsub =
            new RedisPubSub(
                    Redis.createClient(vertx, TheWorld.world().endpoints().redis()),
                    threads.next());
    private final String channel = "test:" + UUID.randomUUID();
    private final List<Integer> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void closes() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatManyThreadsPublishArrivesInItsOrder() {
        pubsub.listen(channel, text -> heard.add(Integer.valueOf(text)), () -> {});
        Await.until(() -> pubsub.publish(channel, "-1").join() == 1);
        Await.until(() -> !heard.isEmpty());
        heard.clear();
        for (int i = 0; i < TEXTS; i += 2) oneBehindTheOther(i);
        Await.until(() -> heard.size() == TEXTS);
        assertThat(heard).containsExactlyElementsOf(IntStream.range(0, TEXTS).boxed().toList());
    }

    /// In the middle of what one event loop does, another publishes, and then it does. One of them,
    /// every other time, is the connection's own.
    private void oneBehindTheOther(int n) {
        var one = threads.next();
        var other = threads.next();
        var first = n % 4 == 0 ? one : other;
        var second = n % 4 == 0 ? other : one;
        second.submit(
                        () -> {
                            first.submit(() -> publish(n)).syncUninterruptibly();
                            publish(n + 1);
                        })
                .syncUninterruptibly();
    }

    private void publish(int n) {
        var _ = pubsub.publish(channel, Integer.toString(n));
    }
}
