/// What the node counts and measures of itself, for whoever scrapes it.
@NullMarked
package games.drawbridge.realtime.metrics;

import org.jspecify.annotations.NullMarked;
