/// What all that is stored elsewhere has in common: *rows* of tables, and trying again.
@NullMarked
package games.drawbridge.realtime.storage;

import org.jspecify.annotations.NullMarked;
