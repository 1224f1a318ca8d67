/// Players' sockets. A *connection* is one WebSocket; a *session* is a player's visit, which
/// outlives its connection for as long as its *resume token* lives.
@NullMarked
package games.drawbridge.realtime.socket;

import org.jspecify.annotations.NullMarked;
