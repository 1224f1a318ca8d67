/// *Friends* are two players who both want it. Until the second one agrees there is a *bond* that
/// one of them has asked for.
@NullMarked
package games.drawbridge.model.friends;

import org.jspecify.annotations.NullMarked;
