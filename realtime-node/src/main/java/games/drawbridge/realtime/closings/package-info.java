/// Rooms that operators want *closed*: each stands in a list, which every node reads within a
/// second, until the room's row says that it is over.
@NullMarked
package games.drawbridge.realtime.closings;

import org.jspecify.annotations.NullMarked;
