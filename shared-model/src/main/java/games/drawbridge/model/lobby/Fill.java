package games.drawbridge.model.lobby;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds players for matches that have begun. The match that has waited longest is served first: by
/// whoever has waited longest of its nearest in skill that may come.
final class Fill {
    private final Mode mode;
    private final long now;

    /// Who may meet as far as their attributes go, by skill.
    private final Map<Map<String, String>, List<Party>> bySkill = new HashMap<>();

    private Fill(Mode mode, Collection<Party> waiting, long now) {
        this.mode = mode;
        this.now = now;
        waiting.stream()
                .sorted(comparingInt(Party::skill).thenComparing(comparing(Party::leader)))
                .forEach(party ->
                        bySkill.computeIfAbsent(party.attributes(), _ -> new ArrayList<>())
                                .add(party));
    }

    /// The matches that can go on now, each with one party more.
    ///
    /// @param most so many of them
    static List<Match> matches(
            Mode mode,
            Collection<Vacancy> vacancies,
            Collection<Party> waiting,
            long now,
            int most) {
        if (vacancies.isEmpty()) return List.of();
        var fill = new Fill(mode, waiting, now);
        var found = new ArrayList<Match>();
        vacancies.stream()
                .sorted(comparingLong(Vacancy::since).thenComparing(it -> it.room().value()))
                .forEach(vacancy -> fill.all(vacancy, found, most));
        return found;
    }

    private void all(Vacancy vacancy, List<Match> found, int most) {
        var left = vacancy;
        while (left.seats() > 0 && found.size() < most) {
            var party = take(left);
            if (party.isEmpty()) return;
            found.add(left.match(party.get()));
            left = left.with(left.seats() - party.get().size());
        }
    }

    private Optional<Party> take(Vacancy vacancy) {
        var all = bySkill.getOrDefault(vacancy.meeting().attributes(), List.of());
        var best =
                near(all, vacancy.meeting().skill()).stream()
                        .filter(party -> mayCome(party, vacancy))
                        .min(comparingLong(Party::since).thenComparing(comparing(Party::leader)));
        best.ifPresent(all::remove);
        return best;
    }

    /// Those whose skill is nearest on both sides.
    private static List<Party> near(List<Party> all, int skill) {
        int from = 0;
        int to = all.size();
        while (from < to) {
            int middle = (from + to) / 2;
            if (all.get(middle).skill() < skill) from = middle + 1;
            else to = middle;
        }
        return all.subList(
                Math.max(0, from - LobbyLimits.NEIGHBOURS),
                Math.min(all.size(), from + LobbyLimits.NEIGHBOURS));
    }

    private boolean mayCome(Party party, Vacancy vacancy) {
        long apart = Math.abs(party.skill() - vacancy.meeting().skill());
        long near = apart - mode.unsure(party.margin());
        return vacancy.fits(party)
                && near <= mode.reach(party.waited(now))
                && near <= mode.reach(vacancy.waited(now))
                && Mode.quality(apart) >= mode.wanted(party.waited(now))
                && Reach.of(mode, party, now).has(vacancy.meeting().region());
    }
}
