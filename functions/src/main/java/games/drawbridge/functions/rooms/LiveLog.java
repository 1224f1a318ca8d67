package games.drawbridge.functions.rooms;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.room.RoomId;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.resps.StreamEntry;

/// The live log of rooms, in Redis: one stream per room.
final class LiveLog {
    private final @Nullable JedisPooled redis;

    /// Connects when first asked. An empty url says that there is no realtime half yet.
    LiveLog(Environment environment) {
        String url = environment.get("REDIS_URL");
        redis = url.isEmpty() ? null : new JedisPooled(URI.create(url));
    }

    /// All batches of a room, oldest first.
    ///
    /// @throws Problem 503 `no-live-log` when it cannot be reached
    void read(RoomId room, Consumer<Batch> reader) {
        if (redis == null) throw away();
        try {
            String from = "-";
            List<StreamEntry> read;
            do {
                read = redis.xrange("log:" + room, from, "+", RoomLimits.LOG_READ);
                for (var entry : read) {
                    reader.accept(JsonText.read(batch(entry), Batch.class));
                    from = "(" + entry.getID();
                }
            } while (read.size() == RoomLimits.LOG_READ);
        } catch (JedisConnectionException _) {
            throw away();
        }
    }

    private static Problem away() {
        return Problem.unavailable("no-live-log", "the live log cannot be reached");
    }

    private static String batch(StreamEntry entry) {
        return Objects.requireNonNull(entry.getFields().get("b"), "an entry without a batch");
    }
}
