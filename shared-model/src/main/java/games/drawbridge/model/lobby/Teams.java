package games.drawbridge.model.lobby;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Splits parties into teams that are as even as can be: the largest parties first, each into every
/// team that has room for it, until all ways are tried or enough of them.
final class Teams {
    private final Mode mode;
    private final List<Party> parties;
    private final List<List<Party>> teams = new ArrayList<>();
    private final int[] sizes;
    private final long[] sums;
    private @Nullable Match best;
    private int tried;

    private Teams(Mode mode, List<Party> parties) {
        this.mode = mode;
        this.parties = parties;
        this.sizes = new int[mode.teams()];
        this.sums = new long[mode.teams()];
        for (int n = 0; n < mode.teams(); n++) teams.add(new ArrayList<>());
    }

    /// The most even match of exactly these parties; nothing when they make none.
    static Optional<Match> of(Mode mode, List<Party> parties) {
        var largestFirst = new ArrayList<>(parties);
        largestFirst.sort((one, other) ->
                one.size() == other.size()
                        ? Integer.compare(other.skill(), one.skill())
                        : Integer.compare(other.size(), one.size()));
        var teams = new Teams(mode, largestFirst);
        teams.place(0);
        return Optional.ofNullable(teams.best);
    }

    private void place(int n) {
        if (tried >= LobbyLimits.SPLITS) return;
        if (n == parties.size()) {
            tried++;
            take();
            return;
        }
        var party = parties.get(n);
        for (int team = 0; team < sizes.length; team++) {
            if (sizes[team] + party.size() > mode.size()) continue;
            put(team, party);
            place(n + 1);
            remove(team, party);
            if (sizes[team] == 0) return; // all other empty teams are the same
        }
    }

    private void put(int team, Party party) {
        teams.get(team).add(party);
        sizes[team] += party.size();
        sums[team] += (long) party.skill() * party.size();
    }

    private void remove(int team, Party party) {
        teams.get(team).removeLast();
        sizes[team] -= party.size();
        sums[team] -= (long) party.skill() * party.size();
    }

    private void take() {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int team = 0; team < sizes.length; team++) {
            if (sizes[team] != mode.size()) return;
            least = Math.min(least, sums[team] / mode.size());
            most = Math.max(most, sums[team] / mode.size());
        }
        int quality = Mode.quality(most - least);
        if (best != null && best.quality() >= quality) return;
        for (var team : teams)
            if (!mode.hasRoles(
                    team.stream().flatMap(it -> it.members().stream()).map(Party.Member::role)))
                return;
        best = new Match(teams, quality, null, null);
    }
}
