/// The *mailing list*: which *topics* a player wants written about. A *subscription* is asked for
/// in the game and confirmed from the address that it names, by a *link*; another link ends it.
@NullMarked
package games.drawbridge.functions.mailing;

import org.jspecify.annotations.NullMarked;
