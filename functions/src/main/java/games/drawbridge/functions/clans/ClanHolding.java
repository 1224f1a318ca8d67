package games.drawbridge.functions.clans;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.holding.Holding;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;

/// A player's place in a clan, and open requests and invitations.
public final class ClanHolding implements Holding {
    private final MembershipTable memberships;
    private final ClanTable heads;
    private final MemberTable members;
    private final WishTable wishes;
    private final Exit exit;
    private final Attempts attempts;

    public ClanHolding(Aws aws, InstantSource clock) {
        memberships = new MembershipTable(aws);
        heads = new ClanTable(aws);
        members = new MemberTable(aws, heads);
        wishes = new WishTable(aws, clock);
        attempts = new Attempts(new SecureRandom());
        exit = new Exit(heads, members, wishes, clock, attempts);
    }

    @Override
    public String name() {
        return "clan";
    }

    @Override
    public Object export(PlayerId player) {
        var all = new LinkedHashMap<String, Object>();
        memberships
                .of(player)
                .ifPresent(clan -> {
                    all.put("clan", clan);
                    members.find(clan, player).ifPresent(member -> all.put("member", member));
                });
        all.put("requests", wishes.of(Wish.Kind.REQUEST, player));
        all.put("invitations", wishes.of(Wish.Kind.INVITATION, player));
        return all;
    }

    /// The seat goes over, unless the other account has one already.
    @Override
    public void move(PlayerId from, PlayerId into) {
        attempts.until(() -> moved(from, into) ? Optional.of(true) : Optional.empty());
        erase(from);
    }

    private boolean moved(PlayerId from, PlayerId into) {
        var clan = memberships.row(from).flatMap(heads::find);
        if (clan.isEmpty() || memberships.of(into).isPresent()) return true;
        var member = members.find(clan.get().id(), from);
        var left = memberships.row(into).orElse(null);
        return member.isEmpty() || members.move(clan.get(), member.get(), into, left);
    }

    @Override
    public void erase(PlayerId player) {
        memberships.of(player).ifPresent(clan -> exit.leave(clan, player));
        wishes.removeAll(player);
    }
}
