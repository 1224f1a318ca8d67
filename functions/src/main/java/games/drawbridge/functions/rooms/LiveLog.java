package games.drawbridge.functions.rooms;

import games.drawbridge.functions.Environment;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.room.RoomId;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.resps.StreamEntry;

/// The live log of rooms, in Redis: one stream per room.
final class LiveLog {
    private final JedisPooled redis;

    /// Connects when first asked.
    LiveLog(Environment environment) {
        redis = new JedisPooled(URI.create(environment.get("REDIS_URL")));
    }

    /// All batches of a room, oldest first.
    void read(RoomId room, Consumer<Batch> reader) {
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
        } catch (JedisConnectionException away) {
            throw Problem.unavailable("no-live-log", "the live log cannot be reached");
        }
    }

    private static String batch(StreamEntry entry) {
        return Objects.requireNonNull(entry.getFields().get("b"), "an entry without a batch");
    }
}
