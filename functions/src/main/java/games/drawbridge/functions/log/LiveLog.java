package games.drawbridge.functions.log;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.room.RoomId;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.resps.StreamEntry;

/// The live log of rooms, in Redis: one stream per room, entry ids `<epoch>-<n>`.
final class LiveLog {
    /// Bits of a place that are the batch's `n`.
    private static final int N_BITS = 40;

    private static final long N_MASK = (1L << N_BITS) - 1;

    private final @Nullable JedisPooled redis;

    /// Connects when first asked. An empty url says that there is no realtime half yet.
    LiveLog(Environment environment) {
        String url = environment.get("REDIS_URL");
        redis = url.isEmpty() ? null : new JedisPooled(URI.create(url));
    }

    /// What of the room stands there. Reading it throws [Problem] 503 `no-live-log` when it cannot
    /// be reached.
    Stretch of(RoomId room) {
        String stream = "log:" + room;
        return new Stretch() {
            @Override
            public List<Placed> forward(long place, int count) {
                return asking(redis -> redis.xrange(stream, id(place), "+", count));
            }

            @Override
            public List<Placed> backward(long place, int count) {
                return asking(redis -> redis.xrevrange(stream, "(" + id(place), "-", count));
            }
        };
    }

    private List<Stretch.Placed> asking(Function<JedisPooled, List<StreamEntry>> ask) {
        if (redis == null) throw away();
        try {
            return ask.apply(redis).stream().map(LiveLog::placed).toList();
        } catch (JedisConnectionException _) {
            throw away();
        }
    }

    private static Problem away() {
        return Problem.unavailable("no-live-log", "the live log cannot be reached");
    }

    private static String id(long place) {
        return new BatchId(place >> N_BITS, place & N_MASK).toString();
    }

    private static Stretch.Placed placed(StreamEntry entry) {
        var id = entry.getID();
        String text =
                Objects.requireNonNull(entry.getFields().get("b"), "an entry without a batch");
        long place = id.getTime() << N_BITS | id.getSequence();
        return new Stretch.Placed(place, JsonText.read(text, Batch.class));
    }
}
