package games.drawbridge.functions.clans;

import games.drawbridge.functions.Attempts;
import games.drawbridge.model.clans.Clan;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.ClanLimits;
import games.drawbridge.model.clans.Member;
import games.drawbridge.model.clans.Refusal;
import games.drawbridge.model.clans.Removal;
import games.drawbridge.model.clans.Succession;
import games.drawbridge.model.player.PlayerId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// How players come out of a clan, and how a clan ends.
final class Exit {
    private final ClanTable heads;
    private final MemberTable members;
    private final WishTable wishes;
    private final InstantSource clock;
    private final Attempts attempts;

    Exit(
            ClanTable heads,
            MemberTable members,
            WishTable wishes,
            InstantSource clock,
            Attempts attempts) {
        this.heads = heads;
        this.members = members;
        this.wishes = wishes;
        this.clock = clock;
        this.attempts = attempts;
    }

    /// A member goes. A leader leaves the clan to a successor, and the last one ends it. Who is not
    /// there is gone already.
    void leave(ClanId clan, PlayerId player) {
        attempts.until(() -> left(clan, player) ? Optional.of(true) : Optional.empty());
    }

    private boolean left(ClanId id, PlayerId player) {
        var clan = heads.find(id);
        var member = members.find(id, player);
        if (clan.isEmpty() || member.isEmpty()) return true;
        if (!member.get().leads()) return members.leave(id, member.get(), null, clock.instant());
        var heir = Succession.after(member.get(), members.of(id), clock.instant());
        return heir.isPresent() ? members.leave(id, member.get(), heir.get()) : end(clan.get(), 1);
    }

    /// A member puts another one out.
    void remove(ClanId clan, PlayerId by, PlayerId of) {
        attempts.until(() -> removed(clan, by, of) ? Optional.of(true) : Optional.empty());
    }

    private boolean removed(ClanId clan, PlayerId by, PlayerId of) {
        var member = members.find(clan, of);
        if (member.isEmpty()) return true;
        var officer = members.find(clan, by).orElseThrow(Exit::stranger);
        new Removal(officer, member.get())
                .refusal()
                .ifPresent(refusal -> {
                    throw Clans.refused(refusal);
                });
        return members.leave(clan, member.get(), officer, clock.instant());
    }

    private static RuntimeException stranger() {
        return Clans.refused(Refusal.NOT_A_MEMBER);
    }

    /// Ends a clan whoever is in it.
    ///
    /// @return false when another one leads it meanwhile
    boolean end(Clan clan) {
        return end(clan, ClanLimits.MEMBERS);
    }

    /// @param most members that it may have
    private boolean end(Clan clan, int most) {
        if (!heads.end(clan, clock.instant(), most)) return false;
        clear(clan.id());
        return true;
    }

    /// Takes out whoever is in a clan that is no more; breaking off does no harm, for nobody counts
    /// as its member.
    void clear(ClanId clan) {
        for (var left = members.of(clan); !left.isEmpty(); left = members.of(clan))
            release(clan, left.subList(0, Math.min(left.size(), ClanCallLimits.AT_ONCE)));
        wishes.removeAll(clan);
    }

    private void release(ClanId clan, List<Member> some) {
        attempts.until(() -> {
            var still = members.of(clan).stream().filter(some::contains).toList();
            return still.isEmpty() || members.release(clan, still)
                    ? Optional.of(true)
                    : Optional.empty();
        });
    }
}
