package games.drawbridge.model.lobby;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.LatestValue.Spot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whose place in a lobby an event changes.
final class Changes {
    private final Set<Spot> spots = new LinkedHashSet<>();

    private Changes() {}

    static Set<Spot> of(LobbyState before, Lobby.Event event) {
        var changes = new Changes();
        switch (event) {
            case Lobby.Followed _, Lobby.Forgotten _, Lobby.Sought _, Lobby.Unsought _ -> {}
            case Lobby.Rated(var player, _) -> changes.add(player, "skill");
            case Lobby.Queued(var party) -> changes.add(party);
            case Lobby.Stopped(var party) -> changes.add(party);
            case Lobby.Offered(var offer) -> changes.add(offer);
            case Lobby.Accepted(var id, _) -> changes.add(Lobby.offer(before, id));
            case Lobby.Failed(var id, _) -> changes.add(Lobby.offer(before, id));
            case Lobby.Complete(var id, _) -> changes.add(Lobby.offer(before, id));
            case Lobby.Begun(var id, _) -> changes.add(Lobby.offer(before, id));
        }
        return changes.spots;
    }

    private void add(Offer offer) {
        offer.match().parties().forEach(this::add);
    }

    private void add(Party party) {
        for (var member : party.members())
            for (var key : List.of("party", "offer", "match")) add(member.player(), key);
    }

    private void add(PlayerId player, String key) {
        spots.add(new Spot(player.value(), key));
    }
}
