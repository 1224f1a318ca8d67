/// Who is *online*: each node writes down who is connected to it, for whoever asks about a friend.
@NullMarked
package games.drawbridge.realtime.online;

import org.jspecify.annotations.NullMarked;
