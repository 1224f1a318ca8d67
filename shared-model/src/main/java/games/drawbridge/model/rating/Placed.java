package games.drawbridge.model.rating;

import games.drawbridge.model.player.PlayerId;
import java.util.List;

/// A team as it came out of a match.
///
/// @param place 1 is the best; teams of one place drew
public record Placed(int place, List<PlayerId> players) {
    public Placed {
        players = List.copyOf(players);
        if (place < 1) throw new IllegalArgumentException("place " + place);
        if (players.isEmpty()) throw new IllegalArgumentException("a team of nobody");
    }
}
