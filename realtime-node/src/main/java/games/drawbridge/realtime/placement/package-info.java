/// Where rooms live: the *placement* row of a room names its owner node and epoch; a node's own row
/// beats every second to say that it lives.
@NullMarked
package games.drawbridge.realtime.placement;

import org.jspecify.annotations.NullMarked;
