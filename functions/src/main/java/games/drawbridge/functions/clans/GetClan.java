package games.drawbridge.functions.clans;

import games.drawbridge.functions.http.Endpoint;
import games.drawbridge.functions.http.Reply;
import games.drawbridge.functions.http.Request;
import games.drawbridge.functions.http.Route;
import games.drawbridge.model.clans.Clan;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.Member;
import games.drawbridge.model.clans.Succession;
import java.time.Instant;
import java.util.List;

/// A clan and its members. Whoever of them looks has been seen by that; and if the leader has
/// vanished, the successor leads from then on.
@Route("GET /v1/clans/{id}")
public final class GetClan extends Endpoint {
    private final Clans clans;

    GetClan(Clans clans) {
        this.clans = clans;
    }

    @Override
    protected Reply answer(Request request) {
        var id = request.path("id", ClanId::new);
        var player = request.player();
        var clan = clans.clan(id);
        var members = clans.members().of(id);
        var me = members.stream().filter(it -> it.player().equals(player)).findFirst();
        if (me.isPresent()) {
            var now = clans.clock().instant();
            seen(clan, me.get(), now);
            if (succeeded(id, members, me.get(), now)) {
                clan = clans.clan(id);
                members = clans.members().of(id);
            }
        }
        var names = clans.profiles().names(members.stream().map(Member::player).toList());
        return Reply.ok(Hall.of(clan, members, names, me.isPresent()));
    }

    private void seen(Clan clan, Member me, Instant now) {
        if (me.seenAt().plus(ClanCallLimits.SEEN).isBefore(now))
            clans.members().seen(clan.id(), me, now);
        if (clan.activeAt().plus(ClanCallLimits.SEEN).isBefore(now))
            clans.heads().active(clan.id(), now);
    }

    /// Who looks is about, whatever was written last.
    private boolean succeeded(ClanId id, List<Member> members, Member me, Instant now) {
        var present =
                members.stream()
                        .map(it ->
                                it.player().equals(me.player())
                                        ? new Member(me.player(), me.role(), me.joinedAt(), now)
                                        : it)
                        .toList();
        var leader = members.stream().filter(Member::leads).findFirst();
        var heir = Succession.due(present, now);
        return leader.isPresent()
                && heir.isPresent()
                && clans.members().handOver(id, leader.get(), heir.get());
    }
}
