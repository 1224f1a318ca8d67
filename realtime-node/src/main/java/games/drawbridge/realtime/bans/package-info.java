/// Who is *banned* while connected: support writes it down, every node reads it within a second.
@NullMarked
package games.drawbridge.realtime.bans;

import org.jspecify.annotations.NullMarked;
