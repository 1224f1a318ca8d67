/// Boards as they are kept and shown. An *entry* is a player's line; its *place* is the key by
/// which the board is sorted.
@NullMarked
package games.drawbridge.functions.leaderboard;

import org.jspecify.annotations.NullMarked;
