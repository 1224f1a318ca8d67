package games.drawbridge.functions.clans;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.functions.membership.Badge;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.ClanRole;
import games.drawbridge.model.clans.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the caller stands: in which clan, and which ones wait for whom.
@Route("GET /v1/players/me/clan")
public final class GetMyClan extends Endpoint {
    /// Clans named in one answer: as many as one read brings, the own one among them.
    private static final int MOST = 99;

    private final Clans clans;

    GetMyClan(Clans clans) {
        this.clans = clans;
    }

    private record Line(Badge clan, Instant at, Instant expires) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Answer(
            @Nullable Badge clan,
            @Nullable ClanRole role,
            List<Line> requests,
            List<Line> invitations) {}

    @Override
    protected Reply answer(Request request) {
        var player = request.player();
        var requests = clans.wishes().of(Wish.Kind.REQUEST, player);
        var invitations = clans.wishes().of(Wish.Kind.INVITATION, player);
        var current = clans.memberships().row(player);
        var ids = new HashSet<ClanId>();
        current.ifPresent(ids::add);
        Stream.concat(requests.stream(), invitations.stream())
                .map(Wish::clan)
                .limit(MOST)
                .forEach(ids::add);
        var badges = clans.memberships().badgesOf(ids);
        var role =
                current.filter(badges::containsKey)
                        .flatMap(clan -> clans.members().find(clan, player))
                        .map(Member::role);
        return Reply.ok(
                new Answer(
                        current.map(badges::get).orElse(null),
                        role.orElse(null),
                        lines(requests, badges),
                        lines(invitations, badges)));
    }

    /// Of clans that are still there.
    private static List<Line> lines(List<Wish> wishes, Map<ClanId, Badge> badges) {
        var lines = new ArrayList<Line>();
        for (var wish : wishes) {
            var badge = badges.get(wish.clan());
            if (badge != null) lines.add(new Line(badge, wish.at(), wish.expires()));
        }
        return lines;
    }
}
