package games.drawbridge.model.clans;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who leads a clan when its leader goes or has vanished: of those who are about, an officer before
/// a member, and who is longest in the clan.
public final class Succession {
    private Succession() {}

    /// Who leads after a leader who goes now; empty when nobody is left.
    public static Optional<Member> after(Member leader, List<Member> members, Instant now) {
        return members.stream()
                .filter(member -> !member.player().equals(leader.player()))
                .min(
                        Comparator.comparing((Member member) -> member.isAway(now))
                                .thenComparing(Member::role, Comparator.reverseOrder())
                                .thenComparing(Member::joinedAt)
                                .thenComparing(Member::player));
    }

    /// Who takes over from a leader who has vanished; empty while there is no need, or nobody who
    /// is about.
    public static Optional<Member> due(List<Member> members, Instant now) {
        return members.stream()
                .filter(Member::leads)
                .filter(leader -> leader.isAway(now))
                .findFirst()
                .flatMap(leader -> after(leader, members, now))
                .filter(heir -> !heir.isAway(now));
    }
}
