package games.drawbridge.functions.leaderboard;

import games.drawbridge.model.leaderboard.tree.Key;
import java.util.Optional;

/// Where a ranking's tree has somebody.
///
/// @param batch which wrote it
/// @param here the place since that batch; empty: none
/// @param was what counts as long as that batch does not
record Stand(long batch, Optional<Spot> here, Optional<Spot> was) {
    static final Stand NOWHERE = new Stand(0, Optional.empty(), Optional.empty());

    /// @param country as the profile had it; empty when it is unknown, or of no matter
    record Spot(Key key, String country) {}

    Optional<Spot> at(Head head) {
        return head.counts(batch) ? here : was;
    }
}
