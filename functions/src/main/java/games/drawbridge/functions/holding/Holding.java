package games.drawbridge.functions.holding;

import games.drawbridge.model.player.PlayerId;

/// All that one part of the program holds of players. Each of the last two may be broken off at any
/// point and asked again, and does nothing twice.
public interface Holding {

    /// Under which name it is told.
    String name();

    /// All of it, as JSON values.
    Object export(PlayerId player);

    /// Makes it another player's: the same person's, who had two accounts.
    void move(PlayerId from, PlayerId into);

    /// Forgets it, but for what the law wants kept, which then leads to nobody.
    void erase(PlayerId player);
}
