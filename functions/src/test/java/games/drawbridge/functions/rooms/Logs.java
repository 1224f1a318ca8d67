package games.drawbridge.functions.rooms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.Redis;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Settings;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.params.XAddParams;

/// Logs as rooms' owners write them, in a world with a live log.
final class Logs {
    static final Instant START = Instant.parse("2026-11-01T20:00:00Z");
    static final PlayerId ANN = new PlayerId("ann");
    static final PlayerId BOB = new PlayerId("bob");
    private static final ObjectMapper JSON = new ObjectMapper();

    final World world = World.open(Redis.URL);
    private final RoomRows rooms = new RoomRows(world);
    private final JedisPooled redis = new JedisPooled(URI.create(Redis.URL));

    Logs() {
        new Nodes(world).alive("n1", 0, 0);
    }

    /// A room in which ann and bob sat.
    String room(String body) {
        String id = rooms.create("ann", body).text("/room");
        rooms.sat(id, "ann");
        rooms.sat(id, "bob");
        return id;
    }

    void append(String room, long epoch, long n, List<?> entries) {
        redis.xadd(
                "log:" + room,
                Map.of("b", batch(epoch, n, entries)),
                XAddParams.xAddParams().id(epoch + "-" + n));
    }

    /// @param batch its id and all
    void append(String room, String batch) {
        try {
            var id = JSON.readTree(batch);
            redis.xadd(
                    "log:" + room,
                    Map.of("b", batch),
                    XAddParams.xAddParams().id(id.get("epoch") + "-" + id.get("n")));
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /// Leaves an empty stream.
    void trim(String room) {
        redis.xtrim("log:" + room, 0, false);
    }

    static String batch(long epoch, long n, List<?> entries) {
        try {
            return "{\"epoch\":%d,\"n\":%d,\"node\":\"n1\",\"entries\":%s}"
                    .formatted(epoch, n, JSON.writeValueAsString(entries));
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(wrong);
        }
    }

    static Entry<Json> opened(String kind) {
        var cause = new Cause.Opened(ANN, kind, Settings.NONE, 7);
        return new Entry<>(cause, START.toEpochMilli(), 0, List.of(), List.of(), false);
    }

    static Entry<Json> moved(long id, long seq, String body) {
        var cause = new Cause.Moved(ANN, id);
        long at = START.toEpochMilli() + seq;
        return new Entry<>(cause, at, seq, List.of(new Json(body)), List.of(), false);
    }

    Got read(String room, String player, String query) {
        return world.get("/v1/rooms/" + room + "/log" + query).as(player).send();
    }

    static List<Integer> seqs(Got log) {
        var seqs = new ArrayList<Integer>();
        log.at("/events").forEach(event -> seqs.add(event.get("seq").asInt()));
        return seqs;
    }
}
