/// The frames of the realtime contract `drawbridge.v1`: what a client and a node say to each other
/// over one WebSocket. A *ticket* leads a player to a room's owner node, once.
@NullMarked
package games.drawbridge.model.wire;

import org.jspecify.annotations.NullMarked;
