package games.drawbridge.functions.clans;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.Permission;
import games.drawbridge.model.player.PlayerId;

/// Takes an invitation back, or declines the own one. Twice is harmless.
@Route(value = "DELETE /v1/clans/{id}/invitations/{player}", rate = 200, burst = 400)
public final class WithdrawInvitation extends Endpoint {
    private final Clans clans;

    WithdrawInvitation(Clans clans) {
        this.clans = clans;
    }

    @Override
    protected Reply answer(Request request) {
        var id = request.path("id", ClanId::new);
        var player = request.path("player", PlayerId::new);
        if (!player.equals(request.player())) clans.member(id, request.player(), Permission.INVITE);
        clans.wishes().remove(Wish.Kind.INVITATION, id, player);
        return Reply.empty(204);
    }
}
