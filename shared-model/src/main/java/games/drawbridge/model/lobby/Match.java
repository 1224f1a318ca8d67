package games.drawbridge.model.lobby;

import games.drawbridge.model.player.PlayerId;
import java.util.List;
import java.util.stream.Stream;

/// Teams that fit each other.
///
/// @param quality 0 to 100
public record Match(List<List<Party>> teams, int quality) {
    public Match {
        teams = teams.stream().map(List::copyOf).toList();
    }

    public Stream<Party> parties() {
        return teams.stream().flatMap(List::stream);
    }

    public List<PlayerId> players() {
        return parties().flatMap(it -> it.members().stream()).map(Party.Member::player).toList();
    }
}
