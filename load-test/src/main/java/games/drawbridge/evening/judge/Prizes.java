package games.drawbridge.evening.judge;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.evening.judge.Evidence.Log;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What rooms gave, by their logs, and what wallets got from them.
final class Prizes {
    private static final String PRIZE = "prize";

    /// Gold for who wins a match.
    private static final long WON = 10;

    /// Gold for who is helped.
    private static final long HELPED = 1;

    private Prizes() {}

    static void check(Evidence evidence, Consumer<String> complain) {
        var given = new TreeMap<String, Long>();
        evidence.logs().values().forEach(log -> given(log, given));
        given.keySet().removeIf(key -> !evidence.isBot(key.split(" ", 2)[1]));
        var got = new TreeMap<String, Long>();
        var times = new HashMap<String, Integer>();
        for (var purse : evidence.purses().values())
            for (var entry : purse.entries())
                if (entry.reason().equals(PRIZE)) {
                    var key = source(entry.transaction()) + " " + purse.player();
                    got.merge(key, entry.amount(), Long::sum);
                    if (times.merge(entry.transaction(), 1, Integer::sum) > 1)
                        complain.accept(entry.transaction() + " was paid twice");
                }
        given.forEach((key, gold) -> {
            if (!gold.equals(got.remove(key)))
                complain.accept(key + " was given " + gold + " gold and did not get it");
        });
        got.forEach((key, gold) -> complain.accept(key + " got " + gold + " gold for nothing"));
    }

    /// Of `room#seq#n`, the room and the seq.
    private static String source(String transaction) {
        int last = transaction.lastIndexOf('#');
        return last < 0 ? transaction : transaction.substring(0, last);
    }

    private static void given(Log log, Map<String, Long> given) {
        var wishes = new HashMap<Long, String>();
        for (var event : log.events()) {
            var body = event.get("body");
            var from = log.room() + "#" + event.get("seq").asLong() + " ";
            if (body.has("asked")) wishes.put(event.get("seq").asLong(), event.get("by").asText());
            if (body.path("claimed").path("gold").asLong() > 0)
                given.put(
                        from + body.at("/claimed/player").asText(),
                        body.at("/claimed/gold").asLong());
            if (body.has("helped"))
                given.put(from + wishes.get(body.at("/helped/wish").asLong()), HELPED);
            if (hasWinner(body)) given.put(from + body.at("/over/winner").asText(), WON);
        }
    }

    private static boolean hasWinner(JsonNode body) {
        return body.at("/over/winner").isTextual();
    }
}
