/// Rooms as they are found and entered: a *head* is the row that says where a room lives, a *seat*
/// answer leads a player there, an *invite* admits to a private room.
@NullMarked
package games.drawbridge.functions.rooms;

import org.jspecify.annotations.NullMarked;
