/// What each part of the program *holds* of a player, so that it can be told, handed over and
/// forgotten as a whole.
@NullMarked
package games.drawbridge.functions.holding;

import org.jspecify.annotations.NullMarked;
