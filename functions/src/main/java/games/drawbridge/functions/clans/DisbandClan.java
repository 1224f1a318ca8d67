package games.drawbridge.functions.clans;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.Permission;
import games.drawbridge.model.player.PlayerId;
import java.util.Optional;

/// Ends a clan. Its name and tag are free at once; asked again, it finishes what broke off.
@Route(value = "DELETE /v1/clans/{id}", rate = 50, burst = 100)
public final class DisbandClan extends Endpoint {
    private final Clans clans;

    DisbandClan(Clans clans) {
        this.clans = clans;
    }

    @Override
    protected Reply answer(Request request) {
        var id = request.path("id", ClanId::new);
        var player = request.player();
        clans.attempts().until(() -> ended(id, player) ? Optional.of(true) : Optional.empty());
        return Reply.empty(204);
    }

    private boolean ended(ClanId id, PlayerId player) {
        var ended = clans.heads().findEnded(id).filter(clan -> clan.leader().equals(player));
        if (ended.isPresent()) {
            clans.exit().clear(id);
            return true;
        }
        var clan = clans.clan(id);
        clans.member(id, player, Permission.DISBAND);
        return clan.leader().equals(player) && clans.exit().end(clan);
    }
}
