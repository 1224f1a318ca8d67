package games.drawbridge.functions.leaderboard;

import games.drawbridge.model.leaderboard.Board;
import games.drawbridge.model.leaderboard.Period;

/// The scores of one board and period: of its players, or of clans.
record Group(Board board, Period period, boolean clans) {

    /// As in the keys of rows.
    @Override
    public String toString() {
        return board.id() + "#" + period.id() + "#" + (clans ? "clans" : "players");
    }
}
