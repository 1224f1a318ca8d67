package games.drawbridge.functions.clans;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.ClanLimits;
import games.drawbridge.model.clans.Permission;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whom a clan has invited, for those who may; the newest first.
@Route("GET /v1/clans/{id}/invitations")
public final class ListInvitations extends Endpoint {
    private final Clans clans;

    ListInvitations(Clans clans) {
        this.clans = clans;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Line(
            PlayerId playerId, String name, @Nullable PlayerId by, Instant at, Instant expires) {}

    @Override
    protected Reply answer(Request request) {
        var id = request.path("id", ClanId::new);
        clans.clan(id);
        clans.member(id, request.player(), Permission.INVITE);
        var all = clans.wishes().of(Wish.Kind.INVITATION, id);
        var names =
                clans.profiles()
                        .names(
                                all.stream()
                                        .map(Wish::player)
                                        .limit(ClanLimits.INVITATIONS)
                                        .toList());
        var lines =
                all.stream()
                        .filter(wish -> names.containsKey(wish.player()))
                        .sorted(Comparator.comparing(Wish::at).reversed())
                        .map(wish ->
                                new Line(
                                        wish.player(),
                                        names.getOrDefault(wish.player(), ""),
                                        wish.by(),
                                        wish.at(),
                                        wish.expires()))
                        .toList();
        return Reply.ok(Map.of("invitations", lines));
    }
}
