package games.drawbridge.model.lobby;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Makes matches of who waits. Whoever has waited longest is served first, with those who are
/// nearest in skill; who cannot be served waits on, and may reach farther next time. For n parties
/// it sorts twice and then looks at some neighbours of each.
final class Matcher {
    private final Mode mode;
    private final long now;
    private final List<Party> bySkill;

    /// The next party that still waits, up and down the skills; the ends are -1 and the size.
    private final int[] above;

    private final int[] below;
    private final boolean[] taken;
    private long looked;

    Matcher(Mode mode, Collection<Party> waiting, long now) {
        this.mode = mode;
        this.now = now;
        this.bySkill = new ArrayList<>(waiting);
        bySkill.sort(
                comparingInt(Party::skill)
                        .thenComparing(comparingLong(Party::since))
                        .thenComparing(comparing(Party::leader)));
        int size = bySkill.size();
        above = new int[size];
        below = new int[size];
        taken = new boolean[size];
        for (int n = 0; n < size; n++) {
            above[n] = n + 1;
            below[n] = n - 1;
        }
    }

    /// The matches that can be made now.
    ///
    /// @param most so many of them
    List<Match> matches(int most) {
        var order = new ArrayList<Integer>();
        for (int n = 0; n < bySkill.size(); n++) order.add(n);
        order.sort(comparingLong((Integer n) -> bySkill.get(n).since()).thenComparing(n -> n));
        var matches = new ArrayList<Match>();
        for (int n : order) {
            if (matches.size() == most) break;
            if (!taken[n]) around(n).ifPresent(matches::add);
        }
        return matches;
    }

    /// How many neighbours were looked at.
    long looked() {
        return looked;
    }

    /// The match of a party with its nearest neighbours.
    private Optional<Match> around(int anchor) {
        var chosen = new ArrayList<Integer>(List.of(anchor));
        int players = bySkill.get(anchor).size();
        int up = above[anchor];
        int down = below[anchor];
        int tries = LobbyLimits.NEIGHBOURS + mode.players();
        while (players < mode.players() && tries-- > 0) {
            boolean upwards = isNearer(anchor, up, down);
            int next = upwards ? up : down;
            if (next < 0 || next >= bySkill.size()) break;
            looked++;
            if (upwards) up = above[up];
            else down = below[down];
            int size = bySkill.get(next).size();
            if (players + size > mode.players() || !fits(next, chosen)) continue;
            chosen.add(next);
            players += size;
        }
        return players == mode.players() ? taken(chosen) : Optional.empty();
    }

    private boolean isNearer(int anchor, int up, int down) {
        if (up >= bySkill.size()) return false;
        if (down < 0) return true;
        return skill(up) - skill(anchor) <= skill(anchor) - skill(down);
    }

    private int skill(int n) {
        return bySkill.get(n).skill();
    }

    /// Whether a party may meet all of those.
    private boolean fits(int next, List<Integer> chosen) {
        var party = bySkill.get(next);
        for (int n : chosen) if (!mayMeet(mode, party, bySkill.get(n), now)) return false;
        return true;
    }

    /// Whether two parties may be in one match: neither is out of the other's reach.
    static boolean mayMeet(Mode mode, Party one, Party other, long now) {
        long apart = Math.abs(one.skill() - other.skill());
        return one.meets(other)
                && apart <= mode.reach(one.waited(now))
                && apart <= mode.reach(other.waited(now));
    }

    private Optional<Match> taken(List<Integer> chosen) {
        var parties = chosen.stream().map(bySkill::get).toList();
        long wanted = parties.stream().mapToLong(it -> mode.wanted(it.waited(now))).max().orElse(0);
        var match = Teams.of(mode, parties).filter(it -> it.quality() >= wanted);
        if (match.isPresent()) chosen.forEach(this::take);
        return match;
    }

    private void take(int n) {
        taken[n] = true;
        if (above[n] < bySkill.size()) below[above[n]] = below[n];
        if (below[n] >= 0) above[below[n]] = above[n];
    }
}
