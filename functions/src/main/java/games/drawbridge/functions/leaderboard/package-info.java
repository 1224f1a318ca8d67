/// Boards as they are kept and shown. A *score* row is the truth about one player and period; it is
/// *folded* into each *ranking* it belongs to, a tree of places, in batches. A player's *stand*
/// says where the tree has them; the *head* is the root of the tree, and with it a batch counts or
/// never was.
@NullMarked
package games.drawbridge.functions.leaderboard;

import org.jspecify.annotations.NullMarked;
