/// Mail that rules write to players, and the inbox in which each player finds theirs.
@NullMarked
package games.drawbridge.functions.inbox;

import org.jspecify.annotations.NullMarked;
