/// What leaves the game as *e-mail*, through Amazon SES: a *letter* in the player's language, to an
/// *e-mail address* that the player has given somewhere. (*Mail* is the game's own inbox.)
@NullMarked
package games.drawbridge.functions.email;

import org.jspecify.annotations.NullMarked;
