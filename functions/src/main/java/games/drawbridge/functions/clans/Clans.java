package games.drawbridge.functions.clans;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.Cached;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.functions.membership.MembershipTable;
import games.drawbridge.functions.players.NameRules;
import games.drawbridge.functions.players.NameRulesTable;
import games.drawbridge.functions.players.ProfileTable;
import games.drawbridge.model.clans.Clan;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.Member;
import games.drawbridge.model.clans.Permission;
import games.drawbridge.model.clans.Refusal;
import games.drawbridge.model.player.PlayerId;
import java.security.SecureRandom;
import java.time.InstantSource;

/// What the calls about clans share: they are one function, and read and write the same rows.
record Clans(
        ClanTable heads,
        MemberTable members,
        WishTable wishes,
        MembershipTable memberships,
        DiscoveryTable discovery,
        ProfileTable profiles,
        Cached<NameRules> rules,
        SecureRandom dice,
        InstantSource clock) {

    static Clans of(Environment environment) {
        var aws = new Aws(environment);
        var clock = InstantSource.system();
        var heads = new ClanTable(aws);
        var names = new NameRulesTable(aws);
        return new Clans(
                heads,
                new MemberTable(aws, heads),
                new WishTable(aws, clock),
                new MembershipTable(aws),
                new DiscoveryTable(aws),
                new ProfileTable(aws),
                new Cached<>(ClanCallLimits.RULES_AGE, clock, names::read),
                new SecureRandom(),
                clock);
    }

    Attempts attempts() {
        return new Attempts(dice);
    }

    Exit exit() {
        return new Exit(heads, members, wishes, clock, attempts());
    }

    /// @throws Problem 404
    Clan clan(ClanId id) {
        return heads.find(id).orElseThrow(() -> Problem.notFound("no such clan"));
    }

    /// @throws Problem 403 `not-a-member`
    Member member(ClanId clan, PlayerId player) {
        return members.find(clan, player).orElseThrow(() -> refused(Refusal.NOT_A_MEMBER));
    }

    /// A member who may do that.
    ///
    /// @throws Problem 403 `not-a-member` or `not-allowed`
    Member member(ClanId clan, PlayerId player, Permission permission) {
        var member = member(clan, player);
        if (!member.may(permission)) throw refused(Refusal.NOT_ALLOWED);
        return member;
    }

    /// @throws Problem 422 `name-blocked` for what holds a word that the title does not want to see
    void decent(String text) {
        if (rules.get().blocks(text))
            throw new Problem(422, "name-blocked", "this may not be said here");
    }

    static Problem refused(Refusal refusal) {
        int status =
                switch (refusal) {
                    case ALREADY_IN_CLAN, CLAN_FULL -> 409;
                    case NOT_A_MEMBER, NOT_ALLOWED -> 403;
                    case INVITE_ONLY, OWN_ROLE, TOO_MANY_REQUESTS, TOO_MANY_INVITATIONS -> 422;
                };
        return new Problem(status, refusal.code(), refusal.detail());
    }
}
