/// A live room on its owner: the pure *core* decides, the *room* around it carries out. A *link* is
/// one session's way into a room, through its *entrance*; a *presence* is a seated player, linked
/// or away. What is decided waits behind the *gate* until the log has it.
@NullMarked
package games.drawbridge.realtime.room;

import org.jspecify.annotations.NullMarked;
