/// What players lay before those who look after the game: *reports*, open until somebody closes
/// them.
@NullMarked
package games.drawbridge.functions.reports;

import org.jspecify.annotations.NullMarked;
