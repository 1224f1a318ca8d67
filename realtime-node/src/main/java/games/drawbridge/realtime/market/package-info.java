/// The *shelves* of the market that players watch: while somebody does, the owner of a shelf's room
/// *looks* at the market's table each second.
@NullMarked
package games.drawbridge.realtime.market;

import org.jspecify.annotations.NullMarked;
