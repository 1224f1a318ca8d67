package games.drawbridge.model.lobby;

import games.drawbridge.model.player.PlayerId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A match that waits for its players to accept.
///
/// @param id counts up in its lobby
/// @param until milliseconds since 1970
/// @param accepted who has
public record Offer(long id, Match match, long until, Set<PlayerId> accepted) {
    public Offer {
        accepted = Set.copyOf(accepted);
    }

    Offer with(PlayerId player) {
        var more = new HashSet<>(accepted);
        more.add(player);
        return new Offer(id, match, until, more);
    }

    boolean isComplete() {
        return accepted.size() == match.players().size();
    }

    /// Who has not accepted.
    List<PlayerId> missing() {
        return match.players().stream().filter(player -> !accepted.contains(player)).toList();
    }

    /// What a player is shown of it.
    record View(long id, int players, int accepted, int quality, long until, boolean you) {}

    View view(PlayerId viewer) {
        return new View(
                id,
                match.players().size(),
                accepted.size(),
                match.quality(),
                until,
                accepted.contains(viewer));
    }
}
