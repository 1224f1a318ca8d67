/// A *board* ranks players by *score*. Equal scores share a *rank*; an *entry* is one player's
/// line.
@NullMarked
package games.drawbridge.model.leaderboard;

import org.jspecify.annotations.NullMarked;
