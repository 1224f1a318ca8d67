package games.drawbridge.functions.clans;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.Permission;
import games.drawbridge.model.player.PlayerId;

/// Puts a member out, or leaves. A leader who leaves is followed by a successor, and with the last
/// member the clan ends. Twice is harmless.
@Route(value = "DELETE /v1/clans/{id}/members/{player}", rate = 200, burst = 400)
public final class RemoveMember extends Endpoint {
    private final Clans clans;

    RemoveMember(Clans clans) {
        this.clans = clans;
    }

    @Override
    protected Reply answer(Request request) {
        var id = request.path("id", ClanId::new);
        var of = request.path("player", PlayerId::new);
        var by = request.player();
        if (of.equals(by)) clans.exit().leave(id, of);
        else {
            clans.clan(id);
            clans.member(id, by, Permission.REMOVE);
            clans.exit().remove(id, by, of);
        }
        return Reply.empty(204);
    }
}
