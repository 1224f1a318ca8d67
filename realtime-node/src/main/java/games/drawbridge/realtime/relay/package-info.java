/// Rooms that other nodes own. A node *relays* such a room to its own sockets: to the owner each of
/// them is a *guest*, to the relay a *visitor*. What a relay *asks* and an owner *tells* goes over
/// the bus.
@NullMarked
package games.drawbridge.realtime.relay;

import org.jspecify.annotations.NullMarked;
