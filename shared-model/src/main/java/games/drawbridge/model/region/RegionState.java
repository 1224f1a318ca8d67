package games.drawbridge.model.region;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Book;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A region as it stands.
///
/// @param tiles those that somebody owns, by key
/// @param bases by player, the key of their base's tile
/// @param marches under way, by id
/// @param passing by cell, the ids of the marches that are seen from it
/// @param marched how many marches there ever were
public record RegionState(
        Terrain terrain,
        Book<Tile> tiles,
        Book<String> bases,
        Book<March> marches,
        Book<List<Long>> passing,
        long marched) {

    static RegionState of(Terrain terrain) {
        return new RegionState(terrain, Book.empty(), Book.empty(), Book.empty(), Book.empty(), 0);
    }

    @Nullable Tile tile(At at) {
        return tiles.get(at.key());
    }

    boolean isOf(PlayerId player, At at) {
        var tile = tile(at);
        return tile != null && tile.owner().equals(player);
    }

    /// Whether the player owns a tile beside that one.
    boolean borders(PlayerId player, At at) {
        for (int x = at.x() - 1; x <= at.x() + 1; x++)
            for (int y = at.y() - 1; y <= at.y() + 1; y++)
                if (isOf(player, new At(x, y)) && at.isBeside(new At(x, y))) return true;
        return false;
    }

    /// Gold that waits there.
    int gold(At at) {
        return tile(at) == null ? terrain.gold(at) : 0;
    }

    // ---- what happens ----

    RegionState with(At at, Tile tile) {
        return new RegionState(
                terrain, tiles.with(at.key(), tile), bases, marches, passing, marched);
    }

    RegionState settled(PlayerId player, At at) {
        var tile = new Tile(player, RegionLimits.TROOPS, true);
        return new RegionState(
                terrain,
                tiles.with(at.key(), tile),
                bases.with(player.value(), at.key()),
                marches,
                passing,
                marched);
    }

    RegionState sent(March march) {
        var next = under(march);
        var from = tile(march.from());
        return from == null ? next : next.with(march.from(), from.with(-march.troops()));
    }

    /// A march is under way.
    RegionState under(March march) {
        var seen = passing;
        for (var cell : march.cells()) {
            var ids = new ArrayList<>(idsAt(cell));
            ids.add(march.id());
            seen = seen.with(cell, List.copyOf(ids));
        }
        var all = marches.with("" + march.id(), march);
        return new RegionState(terrain, tiles, bases, all, seen, march.id());
    }

    /// A march is over, or has left.
    RegionState without(March march) {
        var seen = passing;
        for (var cell : march.cells()) {
            var ids = new ArrayList<>(idsAt(cell));
            ids.remove(march.id());
            seen = ids.isEmpty() ? seen.without(cell) : seen.with(cell, List.copyOf(ids));
        }
        var left = marches.without("" + march.id());
        return new RegionState(terrain, tiles, bases, left, seen, marched);
    }

    /// A march is over; what its tile has become is `tile`.
    RegionState arrived(March march, Tile tile) {
        var before = tile(march.to());
        var next = without(march).with(march.to(), tile);
        return before == null || !before.base() || tile.base()
                ? next
                : next.with(bases.without(before.owner().value()));
    }

    private RegionState with(Book<String> others) {
        return new RegionState(terrain, tiles, others, marches, passing, marched);
    }

    @Nullable March march(long id) {
        return marches.get("" + id);
    }

    /// When the next march arrives.
    OptionalLong nextArrival() {
        long[] next = {Long.MAX_VALUE};
        marches.forEach((_, march) -> next[0] = Math.min(next[0], march.arrivesAt()));
        return next[0] == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next[0]);
    }

    // ---- what is seen ----

    /// What a tile shows: its owner, or its gold; nothing where there is neither.
    @Nullable Object shown(At at) {
        var tile = tile(at);
        if (tile != null) return tile;
        int gold = terrain.gold(at);
        return gold > 0 ? Map.of("gold", gold) : null;
    }

    Map<String, Object> values(String cell) {
        var values = new LinkedHashMap<String, Object>();
        String[] parts = cell.split(":", -1);
        int left = Integer.parseInt(parts[0]) * RegionLimits.CELL;
        int top = Integer.parseInt(parts[1]) * RegionLimits.CELL;
        for (int y = top; y < top + RegionLimits.CELL; y++)
            for (int x = left; x < left + RegionLimits.CELL; x++) {
                var at = new At(x, y);
                var shown = terrain.has(at) ? shown(at) : null;
                if (shown != null) values.put(at.key(), shown);
            }
        for (long id : idsAt(cell)) {
            var march = march(id);
            if (march != null) values.put(march.key(cell), march);
        }
        return values;
    }

    private List<Long> idsAt(String cell) {
        var ids = passing.get(cell);
        return ids == null ? List.of() : ids;
    }
}
