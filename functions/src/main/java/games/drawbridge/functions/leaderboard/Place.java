package games.drawbridge.functions.leaderboard;

import games.drawbridge.model.player.PlayerId;

/// Where an entry stands: best score first, then who had it first, then by id. As text it sorts so,
/// which is what the index sorts by.
record Place(long score, long at, PlayerId player) {

    /// `SCORE#AT#PLAYER`, the score counted down from the greatest there is.
    String text() {
        return "%s%013d#%s".formatted(before(score), at, player);
    }

    /// Sorts after every better score and before every entry with this one.
    static String before(long score) {
        String down = Long.toUnsignedString(Long.MAX_VALUE - score);
        return "0".repeat(20 - down.length()) + down + "#";
    }
}
