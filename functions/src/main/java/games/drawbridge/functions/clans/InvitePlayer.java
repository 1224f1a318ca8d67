package games.drawbridge.functions.clans;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.ClanLimits;
import games.drawbridge.model.clans.Permission;
import games.drawbridge.model.clans.Refusal;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;

/// Invites a player, who may then come in whatever the admission is: `{playerId}`.
@Route(value = "POST /v1/clans/{id}/invitations", rate = 200, burst = 400)
public final class InvitePlayer extends Endpoint {
    private final Clans clans;

    InvitePlayer(Clans clans) {
        this.clans = clans;
    }

    private record Answer(PlayerId playerId, Instant expires) {}

    @Override
    protected Reply answer(Request request) {
        var id = request.path("id", ClanId::new);
        var body = request.body().fields();
        var player =
                body.parsed("playerId", body.text("playerId", 1, 64), PlayerId::new, "a player id");
        clans.clan(id);
        var by = clans.member(id, request.player(), Permission.INVITE);
        if (clans.profiles().find(player).isEmpty()) throw Problem.notFound("no such player");
        if (clans.members().find(id, player).isPresent())
            throw Clans.refused(Refusal.ALREADY_IN_CLAN);
        if (open(id, player) >= ClanLimits.INVITATIONS)
            throw Clans.refused(Refusal.TOO_MANY_INVITATIONS);
        var now = clans.clock().instant();
        var wish =
                new Wish(
                        Wish.Kind.INVITATION,
                        id,
                        player,
                        null,
                        by.player(),
                        now,
                        now.plus(ClanLimits.HOLDS));
        clans.wishes().put(wish);
        return Reply.created(new Answer(player, wish.expires()));
    }

    private long open(ClanId clan, PlayerId player) {
        return clans.wishes().of(Wish.Kind.INVITATION, clan).stream()
                .filter(wish -> !wish.player().equals(player))
                .count();
    }
}
