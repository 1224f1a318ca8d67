package games.drawbridge.model.room;

import games.drawbridge.model.player.PlayerId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which moves of each who sits were applied.
final class LastMoves {
    private final Map<PlayerId, MoveIds> moves = new HashMap<>();

    LastMoves() {}

    /// @param gaps absent where there are none
    LastMoves(Map<PlayerId, Long> newest, @Nullable Map<PlayerId, Long> gaps) {
        var missing = gaps == null ? Map.<PlayerId, Long>of() : gaps;
        newest.forEach((player, id) ->
                moves.put(player, new MoveIds(id, missing.getOrDefault(player, 0L))));
    }

    Map<PlayerId, Long> newest() {
        var newest = new TreeMap<PlayerId, Long>();
        moves.forEach((player, ids) -> newest.put(player, ids.newest()));
        return newest;
    }

    Map<PlayerId, Long> gaps() {
        var gaps = new TreeMap<PlayerId, Long>();
        moves.forEach((player, ids) -> {
            if (ids.gaps() != 0) gaps.put(player, ids.gaps());
        });
        return gaps;
    }

    void add(PlayerId player, long id) {
        moves.put(player, of(player).with(id));
    }

    void forget(PlayerId player) {
        moves.remove(player);
    }

    MoveIds of(PlayerId player) {
        return moves.getOrDefault(player, MoveIds.NONE);
    }
}
