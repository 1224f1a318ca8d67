package games.drawbridge.functions.leaderboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A player's line on a board, or a clan's.
///
/// @param rank 1 for the best; equal scores share one, and the next is as many further
/// @param name empty when there is no profile any more
/// @param at when the score was reached
@JsonInclude(JsonInclude.Include.NON_NULL)
record BoardEntry(
        long rank,
        @Nullable String playerId,
        @Nullable String clanId,
        String name,
        long score,
        Instant at) {

    static BoardEntry of(Ranking ranking, View.Ranked line, Map<String, String> names) {
        var place = line.place();
        boolean clan = ranking.group().clans();
        return new BoardEntry(
                line.rank(),
                clan ? null : place.who(),
                clan ? place.who() : null,
                names.getOrDefault(place.who(), ""),
                place.score(),
                Instant.ofEpochMilli(place.at()));
    }
}
