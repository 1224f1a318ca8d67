package games.drawbridge.model.events;

import games.drawbridge.model.clans.ClanId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts clans of like strength together.
public final class Matching {
    private Matching() {}

    /// A clan that has signed up.
    ///
    /// @param strength its points in the week before
    public record Entrant(ClanId clan, long strength) {}

    /// Groups of neighbours in the order of strength. They are of one size or one less, so that
    /// nobody is left over: with fewer clans than two groups hold, there may be one smaller group.
    ///
    /// @param size clans of one group
    public static List<List<ClanId>> groups(List<Entrant> entrants, int size) {
        var sorted =
                entrants.stream()
                        .sorted(
                                Comparator.comparingLong(Entrant::strength)
                                        .reversed()
                                        .thenComparing(Entrant::clan))
                        .map(Entrant::clan)
                        .toList();
        var groups = new ArrayList<List<ClanId>>();
        int count = (sorted.size() + size - 1) / size;
        for (int n = 0; n < count; n++) {
            int from = sorted.size() * n / count;
            int until = sorted.size() * (n + 1) / count;
            groups.add(sorted.subList(from, until));
        }
        return groups;
    }
}
