package games.drawbridge.functions.clans;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import games.drawbridge.model.clans.Clan;
import games.drawbridge.model.clans.ClanRole;
import games.drawbridge.model.clans.Member;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A clan with all its members.
record Hall(@JsonUnwrapped Clan clan, List<Seat> members) {

    /// A member, as others see it.
    ///
    /// @param seenAt for members of the clan only
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seat(
            PlayerId playerId,
            String name,
            ClanRole role,
            Instant joinedAt,
            @Nullable Instant seenAt) {

        static Seat of(Member member, String name, boolean among) {
            return new Seat(
                    member.player(),
                    name,
                    member.role(),
                    member.joinedAt(),
                    among ? member.seenAt() : null);
        }
    }

    /// The leader first, then the officers, each group by who is longest in the clan.
    ///
    /// @param among whether it is for a member
    static Hall of(Clan clan, List<Member> members, Map<PlayerId, String> names, boolean among) {
        var seats =
                members.stream()
                        .sorted(
                                Comparator.comparing(Member::role, Comparator.reverseOrder())
                                        .thenComparing(Member::joinedAt)
                                        .thenComparing(Member::player))
                        .map(member ->
                                Seat.of(member, names.getOrDefault(member.player(), ""), among))
                        .toList();
        return new Hall(clan, seats);
    }
}
