/// A player's *profile* is what the player sees of the account; the *card* is what others see.
@NullMarked
package games.drawbridge.functions.players;

import org.jspecify.annotations.NullMarked;
