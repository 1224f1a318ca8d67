package games.drawbridge.evening.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What a lobby's log says of seats: who was offered one, who accepted, which room was made.
final class Matches {
    private final String lobby;
    private final Evidence evidence;
    private final Consumer<String> complain;
    private final Map<Long, Set<String>> offers = new TreeMap<>();
    private final Map<Long, Set<String>> accepted = new HashMap<>();
    private final List<Begun> begun = new ArrayList<>();

    /// @param at milliseconds since 1970
    private record Begun(String room, Set<String> players, long at) {}

    private Matches(String lobby, Evidence evidence, Consumer<String> complain) {
        this.lobby = lobby;
        this.evidence = evidence;
        this.complain = complain;
    }

    /// The rooms of all matches that a lobby's log knows of.
    static List<String> rooms(List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.get("body").has("begun"))
                .map(event -> event.at("/body/begun/room").asText())
                .toList();
    }

    static void seats(Evidence evidence, Consumer<String> complain) {
        evidence.logsOf("lobby")
                .forEach(log -> {
                    var matches = new Matches(log.room(), evidence, complain);
                    log.events().forEach(matches::happened);
                    matches.begun.forEach(matches::mustBeMade);
                });
    }

    static void oneAtATime(Evidence evidence, Consumer<String> complain) {
        var all = new ArrayList<Begun>();
        evidence.logsOf("lobby")
                .forEach(log -> {
                    var matches = new Matches(log.room(), evidence, _ -> {});
                    log.events().forEach(matches::happened);
                    all.addAll(matches.begun);
                });
        evidence.notes().forEach(bot -> oneAtATime(bot.player(), all, evidence, complain));
    }

    private void happened(JsonNode event) {
        var what = event.get("body").properties().iterator().next();
        var body = what.getValue();
        switch (what.getKey()) {
            case "offered" -> offered(body.get("offer"));
            case "accepted" -> {
                if (!accepted.getOrDefault(body.get("offer").asLong(), new HashSet<>())
                        .add(body.get("player").asText()))
                    broken(body.get("player").asText() + " accepted twice: " + body);
            }
            case "failed" -> offers.remove(body.get("offer").asLong());
            case "begun" -> begun(body, event.get("at").asLong());
            default -> {}
        }
    }

    private void offered(JsonNode offer) {
        long id = offer.get("id").asLong();
        var players = new TreeSet<String>();
        for (var team : offer.at("/match/teams"))
            for (var party : team)
                for (var member : party.get("members"))
                    if (!players.add(member.get("player").asText()))
                        broken("offer " + id + " has two seats for " + member.get("player"));
        offers.forEach((other, reserved) -> {
            for (String player : players)
                if (reserved.contains(player))
                    broken(player + " is in offers " + other + " and " + id + " at a time");
        });
        if (offers.put(id, players) != null) broken("offer " + id + " was made twice");
        accepted.put(id, new HashSet<>());
    }

    private void begun(JsonNode body, long at) {
        long id = body.get("offer").asLong();
        var room = body.get("room").asText();
        var players = offers.remove(id);
        if (players == null) {
            broken(room + " was made for offer " + id + ", which is not open");
            return;
        }
        if (!players.equals(accepted.get(id)))
            broken(room + " began for " + players + ", accepted by " + accepted.get(id));
        if (begun.stream().anyMatch(it -> it.room().equals(room)))
            broken(room + " was made for two matches");
        begun.add(new Begun(room, players, at));
    }

    /// The room has the seats that were reserved, and nobody else played there.
    private void mustBeMade(Begun match) {
        var log = evidence.logs().get(match.room());
        if (log == null) {
            broken("there is no room " + match.room());
            return;
        }
        if (!List.copyOf(match.players()).equals(log.players().stream().sorted().toList()))
            broken(match.room() + " has seats for " + log.players() + ", not " + match.players());
        for (var event : log.events())
            if (event.has("by") && !match.players().contains(event.get("by").asText()))
                broken(event.get("by").asText() + " played in " + match.room());
    }

    private static void oneAtATime(
            String player, List<Begun> all, Evidence evidence, Consumer<String> complain) {
        var own =
                all.stream()
                        .filter(match -> match.players().contains(player))
                        .sorted(Comparator.comparingLong(Begun::at))
                        .toList();
        for (int i = 1; i < own.size(); i++) {
            var before = own.get(i - 1);
            var log = evidence.logs().get(before.room());
            if (log != null
                    && log.over()
                    && log.events().getLast().get("at").asLong() <= own.get(i).at()) continue;
            complain.accept(
                    player
                            + " was in "
                            + own.get(i).room()
                            + " before "
                            + before.room()
                            + " ended");
        }
    }

    private void broken(String what) {
        complain.accept(lobby + ": " + what);
    }
}
