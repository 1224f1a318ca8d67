/// The generator: one event loop that is all players at once. A *visit* is what one player's client
/// says to one contestant, in the protocol of that contestant's own clients.
@NullMarked
package games.drawbridge.bench.wire;

import org.jspecify.annotations.NullMarked;
