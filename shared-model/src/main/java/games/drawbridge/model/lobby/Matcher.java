package games.drawbridge.model.lobby;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Makes matches of who waits. Whoever has waited longest is served first, with those who are
/// nearest in skill; who cannot be served waits on, and may reach farther next time. For n parties
/// it sorts twice and then looks at some neighbours of each. All of them could meet as far as their
/// attributes go.
final class Matcher {
    private final Mode mode;
    private final long now;
    private final List<Party> bySkill;

    /// The next party that still waits, up and down the skills; the ends are -1 and the size.
    private final int[] above;

    private final int[] below;
    private final boolean[] taken;
    private final Reach[] reaches;
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
        reaches = new Reach[size];
        for (int n = 0; n < size; n++) {
            above[n] = n + 1;
            below[n] = n - 1;
            reaches[n] = Reach.of(mode, bySkill.get(n), now);
        }
    }

    /// The matches that can be made now, of parties whose attributes are equal. Those who have
    /// waited longest come first.
    ///
    /// @param most so many of them
    static List<Match> matches(Mode mode, Collection<Party> waiting, long now, int most) {
        var buckets = new LinkedHashMap<String, List<Party>>();
        waiting.stream()
                .sorted(comparingLong(Party::since).thenComparing(comparing(Party::leader)))
                .forEach(party ->
                        buckets.computeIfAbsent(party.bucket(), _ -> new ArrayList<>()).add(party));
        var matches = new ArrayList<Match>();
        for (var bucket : buckets.values())
            matches.addAll(new Matcher(mode, bucket, now).matches(most - matches.size()));
        return matches;
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
        var reach = reaches[anchor];
        int tries = LobbyLimits.NEIGHBOURS + mode.players();
        while (players < mode.players() && tries-- > 0) {
            boolean upwards = isNearer(anchor, up, down);
            int next = upwards ? up : down;
            if (next < 0 || next >= bySkill.size()) break;
            looked++;
            if (upwards) up = above[up];
            else down = below[down];
            int size = bySkill.get(next).size();
            var narrowed = reach.and(reaches[next]);
            if (players + size > mode.players() || narrowed.isNowhere() || !fits(next, chosen))
                continue;
            reach = narrowed;
            chosen.add(next);
            players += size;
        }
        return players == mode.players() ? taken(chosen, reach) : Optional.empty();
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
        for (int n : chosen) if (!isInReach(party, bySkill.get(n))) return false;
        return true;
    }

    private boolean isInReach(Party one, Party other) {
        return isInReach(mode, one, other, now);
    }

    /// Whether two parties may be in one match: neither is out of the other's reach.
    static boolean mayMeet(Mode mode, Party one, Party other, long now) {
        return one.bucket().equals(other.bucket())
                && !Reach.of(mode, one, now).and(Reach.of(mode, other, now)).isNowhere()
                && isInReach(mode, one, other, now);
    }

    private static boolean isInReach(Mode mode, Party one, Party other, long now) {
        long apart = Math.abs(one.skill() - other.skill()) - mode.unsure(one, other);
        return apart <= mode.reach(one.waited(now)) && apart <= mode.reach(other.waited(now));
    }

    private Optional<Match> taken(List<Integer> chosen, Reach reach) {
        var parties = chosen.stream().map(bySkill::get).toList();
        long wanted = parties.stream().mapToLong(it -> mode.wanted(it.waited(now))).max().orElse(0);
        var match =
                Teams.of(mode, parties)
                        .filter(it -> it.quality() >= wanted)
                        .map(it -> reach.best(parties).map(it::in).orElse(it));
        if (match.isPresent()) chosen.forEach(this::take);
        return match;
    }

    private void take(int n) {
        taken[n] = true;
        if (above[n] < bySkill.size()) below[above[n]] = below[n];
        if (below[n] >= 0) above[below[n]] = above[n];
    }
}
