package games.drawbridge.evening.judge;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.evening.Notes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What was acknowledged stands in the log once, where it was said to be and as it was asked for.
final class Moves {
    private final Evidence evidence;
    private final Consumer<String> complain;

    /// By room and player, what they did there, in the log's order.
    private final Map<String, List<Turn>> turns = new HashMap<>();

    /// What came of one move.
    ///
    /// @param seq of its first event
    /// @param at milliseconds since 1970
    private record Turn(long id, long seq, long at, JsonNode body) {}

    private Moves(Evidence evidence, Consumer<String> complain) {
        this.evidence = evidence;
        this.complain = complain;
    }

    static void check(Evidence evidence, Consumer<String> complain) {
        new Moves(evidence, complain).check();
    }

    private void check() {
        evidence.logs().values().forEach(this::read);
        for (var bot : evidence.notes()) {
            var entered = entered(bot);
            mustBeOnce(bot, entered);
            for (var move : bot.moves()) mustStand(bot, move, entered);
        }
    }

    private void read(Evidence.Log log) {
        JsonNode before = null;
        for (var event : log.events()) {
            long last = before == null ? 0 : before.get("seq").asLong();
            if (event.get("seq").asLong() != last + 1)
                complain.accept(log.room() + ": " + event.get("seq") + " comes after " + last);
            if (before != null && event.get("epoch").asLong() < before.get("epoch").asLong())
                complain.accept(log.room() + ": the epoch goes back at " + event.get("seq"));
            if (event.has("id") && event.has("by") && !isOneTurn(before, event)) add(log, event);
            before = event;
        }
    }

    /// One move may make several events.
    private static boolean isOneTurn(@Nullable JsonNode before, JsonNode event) {
        return before != null
                && before.path("id").equals(event.get("id"))
                && before.path("by").equals(event.get("by"))
                && before.get("at").equals(event.get("at"))
                && !sameKind(before, event);
    }

    /// Two of the same kind at once are two moves, however they look.
    private static boolean sameKind(JsonNode one, JsonNode other) {
        return one.get("body").fieldNames().next().equals(other.get("body").fieldNames().next());
    }

    private void add(Evidence.Log log, JsonNode event) {
        var turn =
                new Turn(
                        event.get("id").asLong(),
                        event.get("seq").asLong(),
                        event.get("at").asLong(),
                        event.get("body"));
        turns.computeIfAbsent(key(log.room(), event.get("by").asText()), _ -> new ArrayList<>())
                .add(turn);
    }

    private static String key(String room, String player) {
        return room + " " + player;
    }

    /// When the bot got each of its seats, by room.
    private static Map<String, List<Long>> entered(Notes bot) {
        var all = new TreeMap<String, List<Long>>();
        for (var it : bot.entered())
            all.computeIfAbsent(it.room(), _ -> new ArrayList<>()).add(it.at());
        return all;
    }

    private static long seat(List<Long> entered, Turn turn) {
        return entered.stream().filter(at -> at <= turn.at()).count();
    }

    private void mustBeOnce(Notes bot, Map<String, List<Long>> entered) {
        entered.forEach((room, seats) -> {
            var last = new HashMap<Long, Long>();
            for (var turn : turns.getOrDefault(key(room, bot.player()), List.of())) {
                var before = last.put(seat(seats, turn), turn.id());
                if (before != null && before >= turn.id())
                    complain.accept(
                            "%s: move %d of %s stands after their move %d, at %d"
                                    .formatted(room, turn.id(), bot.player(), before, turn.seq()));
            }
        });
    }

    private void mustStand(Notes bot, Notes.Move move, Map<String, List<Long>> entered) {
        var asked = Json.read(move.body());
        if (asked.has("look")) return; // is not logged
        var seats = entered.getOrDefault(move.room(), List.of());
        var found =
                turns.getOrDefault(key(move.room(), bot.player()), List.of()).stream()
                        .filter(turn -> turn.id() == move.id())
                        .filter(turn -> move.seq() == 0 || turn.seq() <= move.seq())
                        .filter(turn -> seat(seats, turn) > 0)
                        .toList();
        if (found.stream().noneMatch(turn -> Meaning.fits(asked, turn.body())))
            complain.accept(
                    "%s: the log has %s and not move %d of %s, acknowledged at %d: %s"
                            .formatted(
                                    move.room(),
                                    found,
                                    move.id(),
                                    bot.player(),
                                    move.seq(),
                                    move.body()));
    }
}
