package games.drawbridge.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.room.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Folds the answer of `GET /v1/rooms/{room}/log` with the rules: what the room's state must be.
final class GameLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GameLog() {}

    static <S, M, E> JsonNode fold(Rules<S, M, E> rules, JsonNode log)
            throws JsonProcessingException {
        var seats = log.get("seats");
        var maker = seats.get(0);
        var settings = JSON.treeToValue(log.get("settings"), Settings.class);
        var opened = new Cause.Opened(player(maker), rules.kind().name(), settings, 0);
        var room = new RoomState<>(rules, opened, Instant.ofEpochMilli(maker.get("at").asLong()));
        entries(rules, log).forEach(room::apply);
        return JSON.valueToTree(room.state());
    }

    private static <E> List<Entry<E>> entries(Rules<?, ?, E> rules, JsonNode log)
            throws JsonProcessingException {
        var entries = new ArrayList<Entry<E>>();
        for (int i = 1; i < log.get("seats").size(); i++) {
            var seat = log.get("seats").get(i);
            entries.add(entry(new Cause.Sat(player(seat)), seat, List.of()));
        }
        for (JsonNode event : log.get("events")) {
            var body = JSON.treeToValue(event.get("body"), rules.kind().event());
            entries.add(entry(cause(event), event, List.of(body)));
        }
        entries.sort(
                Comparator.comparingLong(Entry::seq)); // stable: a seat comes before its seq's next
        return entries;
    }

    private static Cause cause(JsonNode event) {
        if (!event.has("by")) return new Cause.Rang("turn");
        return new Cause.Moved(new PlayerId(event.get("by").asText()), event.path("id").asLong());
    }

    private static <E> Entry<E> entry(Cause cause, JsonNode line, List<E> events) {
        return new Entry<>(
                cause, line.get("at").asLong(), line.get("seq").asLong(), events, List.of(), false);
    }

    private static PlayerId player(JsonNode seat) {
        return new PlayerId(seat.get("player").asText());
    }
}
