package games.drawbridge.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Api;
import games.drawbridge.history.PublicLog;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.realtime.log.Batch;
import java.util.ArrayList;
import java.util.List;

/// Reads a room's log as anybody may who was in it, page by page.
public final class Rereading {
    private static final int PAGE = 500;

    private Rereading() {}

    /// The whole log, oldest first.
    ///
    /// @param token of somebody who was in the room
    /// @throws IllegalStateException when the log is not to be had
    public static List<Batch> of(Api api, RoomId room, String token) {
        return PublicLog.batches(events(api, room, token));
    }

    /// The same, as the answers had it.
    public static List<JsonNode> events(Api api, RoomId room, String token) {
        var events = new ArrayList<JsonNode>();
        long after = 0;
        while (true) {
            var path = "/v1/rooms/%s/log?after=%d&limit=%d".formatted(room, after, PAGE);
            var page = api.get(path, token).ok();
            page.get("events").forEach(events::add);
            if (page.get("events").isEmpty()) return events;
            after = events.getLast().get("seq").asLong();
            if (after >= page.get("head").asLong()) return events;
        }
    }
}
