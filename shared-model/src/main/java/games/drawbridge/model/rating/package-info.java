/// How well players play: a *rating* for each mode, which every match that is *rated* makes more
/// certain. *Placed* is how a team came out of it.
@NullMarked
package games.drawbridge.model.rating;

import org.jspecify.annotations.NullMarked;
