/// A *membership* says which clan a player is in; its *badge* is what others see of that.
@NullMarked
package games.drawbridge.functions.membership;

import org.jspecify.annotations.NullMarked;
