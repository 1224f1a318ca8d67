package games.drawbridge.evening.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Who is in which clan, and who helped whom in its hall.
final class Clans {
    /// Members of a clan at most.
    private static final int MEMBERS = 100;

    /// Helpers that a wish is for.
    private static final int HELPERS = 5;

    private Clans() {}

    static void check(Evidence evidence, Consumer<String> complain) {
        var clans = new HashMap<String, String>();
        for (var clan : evidence.clans()) {
            if (clan.members().size() > MEMBERS)
                complain.accept(clan.id() + " has " + clan.members().size() + " members");
            for (String member : clan.members()) {
                var other = clans.put(member, clan.id());
                if (other != null)
                    complain.accept(member + " is in " + other + " and in " + clan.id());
            }
        }
        for (var bot : evidence.notes()) {
            var told = bot.clan();
            var is = clans.get(bot.player());
            if (told == null ? is != null : !told.equals(is))
                complain.accept(bot.player() + " was told to be in " + told + " and is in " + is);
        }
        evidence.logsOf("clan").forEach(log -> halls(log, complain));
    }

    private static void halls(Evidence.Log log, Consumer<String> complain) {
        var asked = new HashMap<Long, String>();
        var helpers = new HashMap<Long, Set<String>>();
        for (var event : log.events()) {
            if (event.get("body").has("asked"))
                asked.put(event.get("seq").asLong(), event.get("by").asText());
            if (event.get("body").has("helped"))
                helped(log.room(), event, asked, helpers, complain);
        }
    }

    private static void helped(
            String hall,
            JsonNode event,
            Map<Long, String> asked,
            Map<Long, Set<String>> helpers,
            Consumer<String> complain) {
        long wish = event.at("/body/helped/wish").asLong();
        var by = event.get("by").asText();
        var all = helpers.computeIfAbsent(wish, _ -> new HashSet<>());
        if (!asked.containsKey(wish) || by.equals(asked.get(wish)))
            complain.accept(hall + ": " + by + " helped with " + wish + ", which is nobody's");
        if (!all.add(by) || all.size() > HELPERS)
            complain.accept(hall + ": " + by + " helped with " + wish + " after " + all);
    }
}
