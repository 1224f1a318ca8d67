/// A room's game once more, from its log: a *recording* is what was logged, a *step* one entry of
/// it with the state after it.
@NullMarked
package games.drawbridge.replay;

import org.jspecify.annotations.NullMarked;
