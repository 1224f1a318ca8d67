/// The *server's* own state as players are told it: open or in *maintenance*, how many play.
@NullMarked
package games.drawbridge.functions.status;

import org.jspecify.annotations.NullMarked;
