/// The *live configuration* as the tables hold it: what operators have said, each *version* of it,
/// and the *values* that come of it for a player.
@NullMarked
package games.drawbridge.functions.config;

import org.jspecify.annotations.NullMarked;
