package games.drawbridge.functions.leaderboard;

import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A player's line on a board.
///
/// @param rank 1 for the best; equal scores share one, and the next is as many further
/// @param name empty when the player has no profile any more
/// @param at when the score was reached
record BoardEntry(long rank, PlayerId playerId, String name, long score, Instant at) {

    /// Entries that follow each other on a board, with their ranks.
    ///
    /// @param better entries of the board with a better score than the first
    /// @param ties entries with the first one's score that stand before it
    static List<BoardEntry> ranked(
            List<Place> places, long better, long ties, Map<PlayerId, String> names) {
        var entries = new ArrayList<BoardEntry>();
        long rank = better + 1;
        long position = better + ties;
        for (int n = 0; n < places.size(); n++) {
            var place = places.get(n);
            position++;
            if (n > 0 && place.score() != places.get(n - 1).score()) rank = position;
            String name = names.getOrDefault(place.player(), "");
            entries.add(
                    new BoardEntry(
                            rank,
                            place.player(),
                            name,
                            place.score(),
                            Instant.ofEpochMilli(place.at())));
        }
        return entries;
    }
}
