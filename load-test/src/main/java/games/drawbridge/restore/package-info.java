/// What a restore of the tables leaves to be done. The bucket was not lost with them: to *mend* is
/// to tell the tables what it has of rooms that ended since.
@NullMarked
package games.drawbridge.restore;

import org.jspecify.annotations.NullMarked;
