/// *Clans* as the tables hold them, and the calls about them. A *coming* player joins or asks; a
/// *request* is the player's wish to come in, an *invitation* the clan's.
@NullMarked
package games.drawbridge.functions.clans;

import org.jspecify.annotations.NullMarked;
