package games.drawbridge.model.statistics;

import java.time.Instant;
import java.util.List;

/// What a game came to.
///
/// @param beganAt when the first move was made; its end where nobody made one
/// @param moves of everybody
/// @param sat how many ever took a seat
/// @param players those of them who sat down first, in that order
public record GameStatistics(
        String kind,
        Instant openedAt,
        Instant beganAt,
        Instant endedAt,
        long moves,
        int sat,
        List<PlayerStatistics> players) {
    /// Players who are told one by one: their row may have 400 KB.
    static final int PLAYERS = 500;

    public GameStatistics {
        players = List.copyOf(players);
    }
}
