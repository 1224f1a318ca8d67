package games.drawbridge.history;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.NodeId;
import games.drawbridge.realtime.log.Batch;
import java.util.ArrayList;
import java.util.List;

/// A log as `GET /v1/rooms/{room}/log` gives it, for the checker. It has no entries without events,
/// so states cannot be folded from it.
public final class PublicLog {
    private static final NodeId SOMEBODY = new NodeId("somebody");

    private PublicLog() {}

    /// @param events all pages of the answer's `events`, one after the other
    public static List<Batch> batches(List<JsonNode> events) {
        var batches = new ArrayList<Batch>();
        for (int from = 0; from < events.size(); ) {
            int to = from + 1;
            while (to < events.size() && isOneTurn(events.get(from), events.get(to))) to++;
            batches.add(batch(batches.size() + 1, events.subList(from, to)));
            from = to;
        }
        return batches;
    }

    /// Whether both came of the same move; events of timers are taken one by one.
    private static boolean isOneTurn(JsonNode one, JsonNode next) {
        return one.has("id")
                && one.get("id").equals(next.path("id"))
                && one.path("by").equals(next.path("by"));
    }

    private static Batch batch(long n, List<JsonNode> turn) {
        var last = turn.getLast();
        var bodies = turn.stream().map(event -> new Json(event.get("body").toString())).toList();
        var entry =
                new Entry<>(
                        cause(last),
                        last.get("at").asLong(),
                        last.get("seq").asLong(),
                        bodies,
                        null,
                        false);
        return new Batch(last.get("epoch").asLong(), n, SOMEBODY, 1, List.of(entry));
    }

    private static Cause cause(JsonNode event) {
        if (!event.has("by")) return new Cause.Rang("");
        var by = new PlayerId(event.get("by").asText());
        return event.has("id") ? new Cause.Moved(by, event.get("id").asLong()) : new Cause.Left(by);
    }
}
