package games.drawbridge.model.leaderboard;

/// Where an entry stands on its board: by score, then by who had it first, then by id.
///
/// @param at when the score was reached, in milliseconds since 1970
/// @param who a player, or a clan where clans are ranked
public record Place(long score, long at, String who) {
    /// A key has one byte for each character.
    public Place {
        if (!who.chars().allMatch(letter -> letter < 0x80))
            throw new IllegalArgumentException("not an id: " + who);
    }
}
