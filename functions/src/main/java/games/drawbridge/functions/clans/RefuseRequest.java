package games.drawbridge.functions.clans;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.Permission;
import games.drawbridge.model.player.PlayerId;

/// Refuses a player who asked, or takes the own request back. Twice is harmless.
@Route(value = "DELETE /v1/clans/{id}/requests/{player}", rate = 200, burst = 400)
public final class RefuseRequest extends Endpoint {
    private final Clans clans;

    RefuseRequest(Clans clans) {
        this.clans = clans;
    }

    @Override
    protected Reply answer(Request request) {
        var id = request.path("id", ClanId::new);
        var player = request.path("player", PlayerId::new);
        if (!player.equals(request.player())) clans.member(id, request.player(), Permission.ADMIT);
        clans.wishes().remove(Wish.Kind.REQUEST, id, player);
        return Reply.empty(204);
    }
}
