/// Ways through the programs: a *trace* is one player's way into a room and what came of it there,
/// a *span* a stretch of it that took time.
@NullMarked
package games.drawbridge.model.trace;

import org.jspecify.annotations.NullMarked;
