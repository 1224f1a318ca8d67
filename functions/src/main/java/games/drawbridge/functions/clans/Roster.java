package games.drawbridge.functions.clans;

import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.Member;
import games.drawbridge.model.clans.Permission;
import games.drawbridge.model.clans.Refusal;
import games.drawbridge.model.player.PlayerId;
import java.util.List;

/// Who is in a clan and may do what, for whoever asks from outside.
public final class Roster {
    private final MembershipTable memberships;
    private final MemberTable members;

    public Roster(Aws aws) {
        memberships = new MembershipTable(aws);
        members = new MemberTable(aws, new ClanTable(aws));
    }

    /// All members of a clan.
    public List<Member> members(ClanId clan) {
        return members.of(clan);
    }

    /// The player's clan, for which the player may do that.
    ///
    /// @throws Problem 403 `not-a-member` or `not-allowed`
    public ClanId clan(PlayerId player, Permission permission) {
        var clan = memberships.of(player).orElseThrow(() -> Clans.refused(Refusal.NOT_A_MEMBER));
        var member =
                members.find(clan, player).orElseThrow(() -> Clans.refused(Refusal.NOT_A_MEMBER));
        if (!member.may(permission)) throw Clans.refused(Refusal.NOT_ALLOWED);
        return clan;
    }
}
