package games.drawbridge.model.events;

import games.drawbridge.model.clans.ClanId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Where a clan stands in its group.
///
/// @param rank 1 for the best; equal scores share one, and the next is as many further
public record Standing(int rank, ClanId clan, long score) {

    /// A whole group, best first.
    ///
    /// @param scores of those who have one
    public static List<Standing> of(List<ClanId> group, Map<ClanId, Long> scores) {
        var sorted =
                group.stream()
                        .sorted(
                                Comparator.comparing(
                                                (ClanId clan) -> scores.getOrDefault(clan, 0L),
                                                Comparator.reverseOrder())
                                        .thenComparing(Comparator.naturalOrder()))
                        .toList();
        var standings = new ArrayList<Standing>();
        for (var clan : sorted) {
            long score = scores.getOrDefault(clan, 0L);
            boolean tie = !standings.isEmpty() && standings.getLast().score() == score;
            int rank = tie ? standings.getLast().rank() : standings.size() + 1;
            standings.add(new Standing(rank, clan, score));
        }
        return standings;
    }
}
