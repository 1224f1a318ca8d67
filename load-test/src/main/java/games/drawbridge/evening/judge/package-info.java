/// Holds what bots were told in an evening against what the world says afterwards. Each promise has
/// a check of its own, which knows nothing but the contracts; *evidence* is all that they look at.
@NullMarked
package games.drawbridge.evening.judge;

import org.jspecify.annotations.NullMarked;
