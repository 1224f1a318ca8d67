/// How well players play, by mode: what matches have shown, and what is known of whom.
@NullMarked
package games.drawbridge.functions.rating;

import org.jspecify.annotations.NullMarked;
