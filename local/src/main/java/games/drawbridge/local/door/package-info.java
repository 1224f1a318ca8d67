/// The *front door* is the one origin that a browser sees: the CDN's files, the gateway, the nodes'
/// sockets, and the world's own *console* at `/_local`.
@NullMarked
package games.drawbridge.local.door;

import org.jspecify.annotations.NullMarked;
