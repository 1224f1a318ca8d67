package games.drawbridge.functions.clans;

import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.http.Problem;
import games.drawbridge.model.clans.Admission;
import games.drawbridge.model.clans.Clan;
import games.drawbridge.model.clans.ClanId;
import games.drawbridge.model.clans.ClanLimits;
import games.drawbridge.model.clans.ClanRole;
import games.drawbridge.model.clans.Coming;
import games.drawbridge.model.clans.Member;
import games.drawbridge.model.clans.Permission;
import games.drawbridge.model.player.PlayerId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How players come into a clan. What was read is decided upon, and written if it still is so; else
/// it is looked at again.
final class Doorway {
    private final Clans all;
    private final Attempts attempts;

    Doorway(Clans all) {
        this.all = all;
        attempts = all.attempts();
    }

    /// What came of it.
    sealed interface Came {
        /// @param already whether the player was in before
        record Joined(Member member, boolean already) implements Came {}

        record Asked(Wish wish) implements Came {}
    }

    /// A player joins, or asks to.
    ///
    /// @param text that goes with a request
    Came come(PlayerId player, ClanId id, @Nullable String text) {
        return attempts.until(() -> {
            var clan = all.clan(id);
            boolean invited = all.wishes().find(Wish.Kind.INVITATION, id, player).isPresent();
            return enter(clan, player, invited, null, text);
        });
    }

    /// An officer accepts a player's request.
    Member accept(PlayerId officer, ClanId id, PlayerId player) {
        var came =
                attempts.until(() -> {
                    var clan = all.clan(id);
                    var by = all.member(id, officer, Permission.ADMIT);
                    if (all.wishes().find(Wish.Kind.REQUEST, id, player).isEmpty())
                        return Optional.of(accepted(id, player));
                    return enter(clan, player, false, by, null);
                });
        return switch (came) {
            case Came.Joined(var member, _) -> member;
            case Came.Asked _ -> throw new IllegalStateException("accepted, and asks");
        };
    }

    /// Without a request it may be that another officer was faster.
    private Came accepted(ClanId id, PlayerId player) {
        return all.members()
                .find(id, player)
                .<Came>map(member -> new Came.Joined(member, true))
                .orElseThrow(() -> Problem.notFound("no such request"));
    }

    private Optional<Came> enter(
            Clan clan,
            PlayerId player,
            boolean invited,
            @Nullable Member by,
            @Nullable String text) {
        var row = all.memberships().row(player);
        boolean lives = row.filter(it -> all.heads().find(it).isPresent()).isPresent();
        boolean counts = clan.admission() == Admission.REQUEST && !invited && by == null && !lives;
        var coming =
                new Coming(
                        lives ? row.orElseThrow() : null,
                        invited,
                        by != null,
                        counts ? waiting(clan.id(), player) : 0,
                        counts ? asked(clan.id(), player) : 0);
        return switch (coming.to(clan)) {
            case Coming.Outcome.Refused(var refusal) -> throw Clans.refused(refusal);
            case Coming.Outcome.Belongs _ ->
                    all.members()
                            .find(clan.id(), player)
                            .map(member -> new Came.Joined(member, true));
            case Coming.Outcome.Asks _ -> Optional.of(ask(clan.id(), player, text));
            case Coming.Outcome.Joins _ -> {
                var now = all.clock().instant();
                var member = new Member(player, ClanRole.MEMBER, now, now);
                var way = new MemberTable.Way(row.orElse(null), invited, by);
                yield all.members().join(clan, member, way)
                        ? Optional.of(new Came.Joined(member, false))
                        : Optional.empty();
            }
        };
    }

    private Came ask(ClanId clan, PlayerId player, @Nullable String text) {
        var now = all.clock().instant();
        var wish =
                new Wish(
                        Wish.Kind.REQUEST,
                        clan,
                        player,
                        text,
                        null,
                        now,
                        now.plus(ClanLimits.HOLDS));
        all.wishes().put(wish);
        return new Came.Asked(wish);
    }

    private int waiting(ClanId clan, PlayerId player) {
        return (int)
                all.wishes().of(Wish.Kind.REQUEST, clan).stream()
                        .filter(wish -> !wish.player().equals(player))
                        .count();
    }

    private int asked(ClanId clan, PlayerId player) {
        return (int)
                all.wishes().of(Wish.Kind.REQUEST, player).stream()
                        .filter(wish -> !wish.clan().equals(clan))
                        .count();
    }
}
