/// Statistics of games that are over, counted one game at a time from the archive and kept with the
/// room, and sums of them that are kept per affiliate and month.
@NullMarked
package games.drawbridge.functions.statistics;

import org.jspecify.annotations.NullMarked;
