/// The kinds of room that ship. A kind is one class that implements
/// [games.drawbridge.model.room.Rules], named in [games.drawbridge.model.title.Title].
@NullMarked
package games.drawbridge.model.games;

import org.jspecify.annotations.NullMarked;
