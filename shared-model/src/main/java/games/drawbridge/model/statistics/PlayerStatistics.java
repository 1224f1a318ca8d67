package games.drawbridge.model.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.player.PlayerId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a player did in a game.
///
/// @param seconds in a seat
/// @param scored points by board
/// @param granted by currency or good
/// @param figures of the kind's own, by name
public record PlayerStatistics(
        PlayerId player,
        long moves,
        long seconds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> scored,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> granted,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> figures) {

    public PlayerStatistics {
        scored = sorted(scored);
        granted = sorted(granted);
        figures = sorted(figures);
    }

    /// The same text each time it is written.
    private static Map<String, Long> sorted(Map<String, Long> numbers) {
        return Collections.unmodifiableMap(new TreeMap<>(numbers));
    }
}
