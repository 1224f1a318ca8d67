package games.drawbridge.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Api;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.log.Batch;
import java.util.ArrayList;
import java.util.List;

/// Reads a room's log as anybody may, through the log call, and puts events of one move together
/// again. What made no event is not in it.
public final class Rereading {
    private static final int PAGE = 500;
    private static final NodeId UNKNOWN = new NodeId("n0");

    private final List<Batch> batches = new ArrayList<>();
    private final List<JsonNode> together = new ArrayList<>();

    private Rereading() {}

    /// The whole log, oldest first, one entry a batch.
    ///
    /// @param token of somebody who was in the room
    public static List<Batch> of(Api api, RoomId room, String token) {
        var reading = new Rereading();
        long after = 0;
        while (true) {
            var path = "/v1/rooms/%s/log?after=%d&limit=%d".formatted(room, after, PAGE);
            var page = api.get(path, token).ok();
            for (JsonNode event : page.get("events")) {
                reading.add(event);
                after = event.get("seq").asLong();
            }
            if (page.get("events").isEmpty() || after >= page.get("head").asLong()) break;
        }
        reading.flush();
        return reading.batches;
    }

    private void add(JsonNode event) {
        if (!together.isEmpty() && !isSame(together.getFirst(), event)) flush();
        together.add(event);
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.has("id")
                && one.path("id").equals(other.path("id"))
                && one.path("by").equals(other.path("by"))
                && one.path("epoch").equals(other.path("epoch"));
    }

    private void flush() {
        if (together.isEmpty()) return;
        var last = together.getLast();
        var bodies = together.stream().map(it -> new Json(it.get("body").toString())).toList();
        long at = last.get("at").asLong();
        var entry =
                new Entry<>(cause(last), at, last.get("seq").asLong(), bodies, List.of(), false);
        long epoch = last.get("epoch").asLong();
        batches.add(new Batch(epoch, batches.size() + 1L, UNKNOWN, List.of(entry)));
        together.clear();
    }

    private static Cause cause(JsonNode event) {
        if (!event.has("id")) return new Cause.Rang("timer");
        return new Cause.Moved(new PlayerId(event.get("by").asText()), event.get("id").asLong());
    }
}
