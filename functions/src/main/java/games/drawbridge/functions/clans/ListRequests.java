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

/// Who asks to come into a clan, for those who decide; the oldest first.
@Route("GET /v1/clans/{id}/requests")
public final class ListRequests extends Endpoint {
    private final Clans clans;

    ListRequests(Clans clans) {
        this.clans = clans;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Line(
            PlayerId playerId, String name, @Nullable String text, Instant at, Instant expires) {}

    @Override
    protected Reply answer(Request request) {
        var id = request.path("id", ClanId::new);
        clans.clan(id);
        clans.member(id, request.player(), Permission.ADMIT);
        var all = clans.wishes().of(Wish.Kind.REQUEST, id);
        var names =
                clans.profiles()
                        .names(all.stream().map(Wish::player).limit(ClanLimits.REQUESTS).toList());
        var lines =
                all.stream()
                        .filter(wish -> names.containsKey(wish.player()))
                        .sorted(Comparator.comparing(Wish::at))
                        .map(wish ->
                                new Line(
                                        wish.player(),
                                        names.getOrDefault(wish.player(), ""),
                                        wish.text(),
                                        wish.at(),
                                        wish.expires()))
                        .toList();
        return Reply.ok(Map.of("requests", lines));
    }
}
