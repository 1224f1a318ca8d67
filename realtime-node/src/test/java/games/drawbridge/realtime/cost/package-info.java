/// What a node's hot path costs, counted and not timed, so that it shows in every build.
@NullMarked
package games.drawbridge.realtime.cost;

import org.jspecify.annotations.NullMarked;
