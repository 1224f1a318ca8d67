package games.drawbridge.functions.leaderboard;

import java.util.List;
import java.util.Optional;

/// The right to write the next batch of a ranking.
///
/// @param number of that batch; no other ever has the same
/// @param takenOver whether the one before did not give it back
/// @param live the generation of the tree that is read
/// @param building the one that will be
record Claim(
        Ranking ranking,
        String holder,
        long number,
        boolean takenOver,
        int live,
        Optional<Integer> building) {

    List<Integer> generations() {
        return building.map(next -> List.of(live, next)).orElse(List.of(live));
    }
}
