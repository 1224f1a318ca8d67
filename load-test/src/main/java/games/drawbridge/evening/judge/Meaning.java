package games.drawbridge.evening.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/// Which event is what becomes of which move.
final class Meaning {
    private static final Map<String, String> EVENTS =
            Map.ofEntries(
                    Map.entry("settle", "settled"),
                    Map.entry("claim", "claimed"),
                    Map.entry("march", "marched"),
                    Map.entry("say", "said"),
                    Map.entry("ask", "asked"),
                    Map.entry("help", "helped"),
                    Map.entry("drop", "dropped"),
                    Map.entry("resign", "over"),
                    Map.entry("queue", "queued"),
                    Map.entry("stop", "stopped"),
                    Map.entry("accept", "accepted"),
                    Map.entry("decline", "failed"));

    private Meaning() {}

    /// Whether it is the move's event, and says what the move said.
    static boolean fits(JsonNode move, JsonNode event) {
        var asked = move.properties().iterator().next();
        var told = event.path(EVENTS.getOrDefault(asked.getKey(), ""));
        if (told.isMissingNode()) return false;
        var within = told.has("march") ? told.get("march") : told;
        if (asked.getKey().equals("drop")) return asked.getValue().equals(within.get("column"));
        if (!asked.getValue().isObject()) return true;
        return asked.getValue().properties().stream()
                .allMatch(it -> it.getValue().equals(within.path(it.getKey())));
    }
}
