package games.drawbridge.bots.evening;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What a bot does on the map: it settles, claims what lies around, and sends its troops about.
final class Land implements Stay.Ear {
    /// Tiles of what a phone shows.
    private static final int WIDTH = 16;

    private static final int HEIGHT = 12;

    /// Tiles along one side of a cell.
    private static final int CELL = 8;

    /// Tiles that a march goes at most, along one side.
    private static final int FAR = 4;

    private final Town town;
    private final String region;
    private final String player;
    private final RandomGenerator dice;
    private final Map<String, String> tiles = new HashMap<>();
    private List<String> rows = List.of();
    private Optional<At> base = Optional.empty();
    private At corner = new At(0, 0);

    private record At(int x, int y) {
        static At of(String key) {
            var sides = key.split(":", 2);
            return new At(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        }

        String json() {
            return "{\"x\":%d,\"y\":%d}".formatted(x, y);
        }

        String key() {
            return x + ":" + y;
        }
    }

    Land(Town town, String region, String player, RandomGenerator dice) {
        this.town = town;
        this.region = region;
        this.player = player;
        this.dice = dice;
    }

    @Override
    public void joined(JsonNode frame) {
        if (frame.get("mode").asText().equals("resumed")) return;
        tiles.clear();
        var state = frame.get("state");
        var lines = new ArrayList<String>();
        state.get("rows").forEach(row -> lines.add(town.word(row.asText())));
        rows = lines;
        base = Optional.ofNullable(state.path("base").textValue()).map(At::of);
        look(base.orElseGet(this::anywhere));
    }

    private void look(At at) {
        corner =
                new At(
                        Math.clamp(at.x - WIDTH / 2, 0, rows.getFirst().length() - WIDTH),
                        Math.clamp(at.y - HEIGHT / 2, 0, rows.size() - HEIGHT));
        looks = true;
    }

    private boolean looks;

    /// Where it wants to look from now on, if that has changed.
    Optional<String> glance() {
        if (!looks) return Optional.empty();
        looks = false;
        return Optional.of(
                "{\"look\":{\"x\":%d,\"y\":%d,\"width\":%d,\"height\":%d}}"
                        .formatted(corner.x, corner.y, WIDTH, HEIGHT));
    }

    @Override
    public void patch(JsonNode patch) {
        if (patch.path("full").asBoolean()) tiles.clear();
        patch.get("set")
                .properties()
                .forEach(it -> {
                    if (it.getValue().isNull()) tiles.remove(it.getKey());
                    else tiles.put(town.word(it.getKey()), town.word(it.getValue().toString()));
                });
    }

    @Override
    public void applied(String body) {
        if (!body.startsWith("{\"settle\"")) return;
        var at = Web.parse(body).get("settle");
        base = Optional.of(new At(at.get("x").asInt(), at.get("y").asInt()));
        look(base.get());
    }

    // ---- what it does next ----

    /// A move, if the bot is on the map already.
    Optional<String> next() {
        if (rows.isEmpty()) return Optional.empty();
        var mine = mine();
        if (mine.isEmpty()) return Optional.of("{\"settle\":%s}".formatted(anywhere().json()));
        return dice.nextInt(3) == 0 ? march(mine).or(() -> claim(mine)) : claim(mine);
    }

    private List<At> mine() {
        var mark = "\"owner\":\"" + player + "\"";
        return tiles.entrySet().stream()
                .filter(it -> it.getValue().contains(mark) && !it.getKey().startsWith("march"))
                .map(it -> At.of(it.getKey()))
                .toList();
    }

    /// Beside one of its own, free as far as it sees.
    private Optional<String> claim(List<At> mine) {
        for (int i = 0; i < 8; i++) {
            var from = mine.get(dice.nextInt(mine.size()));
            var to = new At(from.x + dice.nextInt(-1, 2), from.y + dice.nextInt(-1, 2));
            if (isLand(to) && !tiles.containsKey(to.key()))
                return Optional.of("{\"claim\":%s}".formatted(to.json()));
        }
        return Optional.empty();
    }

    private Optional<String> march(List<At> mine) {
        for (var from : mine) {
            int troops = Web.parse(tiles.getOrDefault(from.key(), "{}")).path("troops").asInt();
            var to =
                    new At(
                            from.x + dice.nextInt(-FAR, FAR + 1),
                            from.y + dice.nextInt(-FAR, FAR + 1));
            if (troops > 0 && isLand(to) && !to.equals(from))
                return Optional.of(
                        "{\"march\":{\"from\":%s,\"to\":%s,\"troops\":%d}}"
                                .formatted(from.json(), to.json(), 1 + dice.nextInt(troops)));
        }
        return Optional.empty();
    }

    private At anywhere() {
        while (true) {
            var at = new At(dice.nextInt(rows.getFirst().length()), dice.nextInt(rows.size()));
            if (isLand(at)) return at;
        }
    }

    private boolean isLand(At at) {
        return at.y >= 0
                && at.y < rows.size()
                && at.x >= 0
                && at.x < rows.get(at.y).length()
                && rows.get(at.y).charAt(at.x) != '~';
    }

    /// Somebody's troops that are under way where it looks; empty when there are none.
    String waitsFor() {
        return tiles.keySet().stream().filter(it -> it.startsWith("march")).findAny().orElse("");
    }

    // ---- what is held against the log ----

    Notes.View view() {
        var seen = new HashMap<String, String>();
        tiles.forEach((key, tile) -> {
            if (!key.startsWith("march")) seen.put(key, tile);
        });
        return new Notes.View(region, cells(), seen);
    }

    private Set<String> cells() {
        var cells = new HashSet<String>();
        for (int x = corner.x; x < corner.x + WIDTH; x++)
            for (int y = corner.y; y < corner.y + HEIGHT; y++) cells.add(x / CELL + ":" + y / CELL);
        return cells;
    }
}
