/// *Friends* as the tables hold them; whom a player has *blocked*; and *presence*: whether a friend
/// is connected and in which rooms, if the friend allows it.
@NullMarked
package games.drawbridge.functions.friends;

import org.jspecify.annotations.NullMarked;
