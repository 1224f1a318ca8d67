package games.drawbridge.bots;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/// Holds what a player was told against what the log says.
public final class LogCheck {
    private LogCheck() {}

    /// Every broken promise, as a sentence.
    ///
    /// @param acknowledged ids of the moves that the node said were applied
    /// @param log the answer of the room's log call, once the game is over
    public static List<String> faults(
            RoomClient room, Collection<Long> acknowledged, JsonNode log) {
        var faults = new ArrayList<String>();
        var logged = StreamSupport.stream(log.get("events").spliterator(), false).toList();
        var player = room.account().player();
        if (!log.get("over").asBoolean()) faults.add("the log does not know that the game is over");
        for (long id : acknowledged) {
            long times =
                    logged.stream()
                            .filter(event -> event.path("by").asText().equals(player))
                            .filter(event -> event.path("id").asLong() == id)
                            .map(event -> event.get("body").fieldNames().next())
                            .filter(name -> !name.equals("over"))
                            .count();
            if (times != 1) faults.add("move " + id + " stands in the log " + times + " times");
        }
        for (JsonNode told : room.events()) {
            var there = logged.get((int) told.get("seq").asLong() - 1);
            for (String field : List.of("seq", "epoch", "at", "by", "id", "body"))
                if (!there.path(field).equals(told.path(field)))
                    faults.add("told " + told + " but logged " + there);
        }
        return faults.stream().map(fault -> room.room() + ": " + fault).toList();
    }
}
