/// The *title* is the studio's own game: which kinds of room, boards and goods it has.
@NullMarked
package games.drawbridge.model.title;

import org.jspecify.annotations.NullMarked;
