package games.drawbridge.evening.judge;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.evening.Notes;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The map as a region's log makes it, by rules of its own; complains of every event that they do
/// not allow.
final class Tiles {
    /// Troops of a new base.
    private static final int TROOPS = 100;

    /// Tiles along one side of a cell.
    private static final int CELL = 8;

    private final String region;
    private final Consumer<String> complain;
    private final Map<String, Tile> tiles = new TreeMap<>();
    private final Map<String, String> bases = new HashMap<>();
    private final Map<Long, JsonNode> marches = new TreeMap<>();

    /// Who has troops between two regions, and how many times more often they left one than came
    /// into one; of all regions.
    private final Map<String, Integer> abroad;

    private record Tile(String owner, int troops, boolean base) {
        static Tile of(JsonNode json) {
            return new Tile(
                    json.get("owner").asText(),
                    json.path("troops").asInt(),
                    json.path("base").asBoolean());
        }

        Tile with(int more) {
            return new Tile(owner, troops + more, base);
        }
    }

    private Tiles(String region, Map<String, Integer> abroad, Consumer<String> complain) {
        this.region = region;
        this.abroad = abroad;
        this.complain = complain;
    }

    /// @param complain told what is wrong, as sentences
    static void check(Evidence evidence, Consumer<String> complain) {
        var abroad = new TreeMap<String, Integer>();
        evidence.logsOf("region")
                .forEach(log -> {
                    var map = new Tiles(log.room(), abroad, complain);
                    log.events().forEach(event -> map.happened(event.get("body")));
                    map.rest();
                    for (var bot : evidence.notes()) {
                        var view = bot.view();
                        if (view != null && view.region().equals(log.room()))
                            map.seenBy(bot.player(), view);
                    }
                });
        abroad.forEach((troops, times) -> {
            if (times > 0) complain.accept(troops + " left a region and came into none");
            if (times < 0) complain.accept(troops + " came into a region and left none");
        });
    }

    private void happened(JsonNode body) {
        var what = body.properties().iterator().next();
        var event = what.getValue();
        switch (what.getKey()) {
            case "settled" -> settled(event.get("player").asText(), key(event));
            case "claimed" -> claimed(event.get("player").asText(), key(event), event);
            case "marched" -> marched(event.get("march"));
            case "arrived" -> arrived(event.get("march"), Tile.of(event.get("tile")));
            case "departed" -> departed(event.get("march"));
            case "entered" -> entered(event.get("march"));
            default -> {}
        }
    }

    private void settled(String player, String key) {
        mustBeFree(player, key);
        if (bases.put(player, key) != null) broken(player + " settled twice");
        tiles.put(key, new Tile(player, TROOPS, true));
    }

    private void claimed(String player, String key, JsonNode at) {
        mustBeFree(player, key);
        boolean beside = false;
        for (int x = at.get("x").asInt() - 1, n = 0; n < 9; n++)
            beside |= isOf(player, x + n % 3 + ":" + (at.get("y").asInt() - 1 + n / 3));
        if (!beside) broken(player + " was given " + key + ", which is beside nothing of theirs");
        tiles.put(key, new Tile(player, 0, false));
    }

    private void mustBeFree(String player, String key) {
        var before = tiles.get(key);
        if (before != null)
            broken(key + " was given to " + player + " though it is " + before.owner() + "'s");
    }

    private boolean isOf(String player, String key) {
        var tile = tiles.get(key);
        return tile != null && tile.owner().equals(player);
    }

    private void marched(JsonNode march) {
        var from = key(march.get("from"));
        var by = march.get("by").asText();
        int troops = march.get("troops").asInt();
        var tile = tiles.get(from);
        if (tile == null || !tile.owner().equals(by) || tile.troops() < troops)
            broken(by + " sent " + troops + " from " + from + ", which is " + tile);
        else tiles.put(from, tile.with(-troops));
        if (marches.put(march.get("id").asLong(), march) != null)
            broken("march " + march.get("id") + " left twice");
    }

    private void departed(JsonNode march) {
        end(march);
        abroad.merge(troops(march), 1, Integer::sum);
    }

    private void entered(JsonNode march) {
        marches.put(march.get("id").asLong(), march);
        abroad.merge(troops(march), -1, Integer::sum);
    }

    private static String troops(JsonNode march) {
        return march.get("troops").asInt() + " troops of " + march.get("by").asText();
    }

    private void end(JsonNode march) {
        if (!march.equals(marches.remove(march.get("id").asLong())))
            broken("march " + march.get("id") + " arrived and was not under way");
    }

    private void arrived(JsonNode march, Tile told) {
        end(march);
        var key = key(march.get("to"));
        var before = tiles.get(key);
        var tile = reached(before, march.get("by").asText(), march.get("troops").asInt());
        if (!tile.equals(told)) broken(key + " became " + told + " and not " + tile);
        if (before != null && before.base() && !tile.base()) bases.remove(before.owner());
        tiles.put(key, tile);
    }

    private static Tile reached(@Nullable Tile tile, String by, int troops) {
        if (tile == null) return new Tile(by, troops, false);
        if (tile.owner().equals(by)) return tile.with(troops);
        return troops > tile.troops()
                ? new Tile(by, troops - tile.troops(), false)
                : tile.with(-troops);
    }

    /// Everybody had the time to arrive.
    private void rest() {
        marches.keySet().forEach(id -> broken("march " + id + " never arrived"));
    }

    private void seenBy(String bot, Notes.View view) {
        var there = new TreeMap<String, Tile>();
        tiles.forEach((key, tile) -> {
            if (view.cells().contains(cell(key))) there.put(key, tile);
        });
        var seen = new TreeMap<String, Tile>();
        view.tiles()
                .forEach((key, tile) -> {
                    var json = Json.read(tile);
                    if (json.has("owner")) seen.put(key, Tile.of(json)); // else gold lies there
                });
        if (seen.equals(there)) return;
        var wrong = new TreeMap<>(there);
        wrong.entrySet().removeIf(it -> it.getValue().equals(seen.get(it.getKey())));
        seen.keySet().removeAll(there.keySet());
        broken(bot + " does not see " + wrong + ", and sees " + seen + " too much");
    }

    private static String cell(String key) {
        var sides = key.split(":", 2);
        return Integer.parseInt(sides[0]) / CELL + ":" + Integer.parseInt(sides[1]) / CELL;
    }

    private static String key(JsonNode at) {
        return at.get("x").asInt() + ":" + at.get("y").asInt();
    }

    private void broken(String what) {
        complain.accept(region + ": " + what);
    }
}
