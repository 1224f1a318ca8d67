/// Nodes talk to each other over the *bus*: each listens on a channel of its own, and counts what
/// it sends to each *peer*, so that what is lost on the way is *missed* by whom it was for. An
/// *address* is one life of a node.
@NullMarked
package games.drawbridge.realtime.bus;

import org.jspecify.annotations.NullMarked;
