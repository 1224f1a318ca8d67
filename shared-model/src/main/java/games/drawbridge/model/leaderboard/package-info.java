/// A *board* ranks players by *score*, for each *period* of its *cycles* anew, and within a
/// *scope*: the world, a country, or clans against clans. Equal scores share a *rank*; an *entry*
/// is one player's line, its *place* what it is sorted by. A *reward* is paid for a rank when a
/// period is over.
@NullMarked
package games.drawbridge.model.leaderboard;

import org.jspecify.annotations.NullMarked;
