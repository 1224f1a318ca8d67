package games.drawbridge.model.events;

import games.drawbridge.model.leaderboard.BoardId;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import java.util.Optional;

/// A contest of clans, week after week.
///
/// @param id lower-case letters, digits and hyphens
/// @param board on which clans gather points; it ranks clans, and weekly
/// @param group clans that contend with each other
/// @param prizes for the ranks from the first on
public record Expedition(String id, String title, BoardId board, int group, List<Prize> prizes) {

    /// What every member of a clan of that rank gets.
    public record Prize(Unit unit, long amount) {
        public Prize {
            if (amount < 1) throw new IllegalArgumentException("a prize of " + amount);
        }
    }

    public Expedition {
        prizes = List.copyOf(prizes);
        if (!id.matches("[a-z0-9-]{1,40}")) throw new IllegalArgumentException("id: " + id);
        if (group < 2) throw new IllegalArgumentException("groups of " + group);
    }

    /// What a rank is worth: nothing without points, or where nobody else was there.
    ///
    /// @param rank from 1
    public Optional<Prize> prize(int rank, long score, int clans) {
        boolean earned = score > 0 && clans > 1 && rank <= prizes.size();
        return earned ? Optional.of(prizes.get(rank - 1)) : Optional.empty();
    }
}
