package games.drawbridge.functions.clans;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.player.PlayerId;
import java.util.List;

/// Takes in a player who asked.
@Route(value = "POST /v1/clans/{id}/requests/{player}/accept", rate = 200, burst = 400)
public final class AcceptRequest extends Endpoint {
    private final Clans clans;
    private final Doorway doorway;

    AcceptRequest(Clans clans) {
        this.clans = clans;
        doorway = new Doorway(clans);
    }

    @Override
    protected Reply answer(Request request) {
        var id = request.path("id", ClanId::new);
        var player = request.path("player", PlayerId::new);
        var member = doorway.accept(request.player(), id, player);
        var names = clans.profiles().names(List.of(player));
        return Reply.ok(Hall.Seat.of(member, names.getOrDefault(player, ""), false));
    }
}
