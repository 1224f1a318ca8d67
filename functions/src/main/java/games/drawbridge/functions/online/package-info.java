/// Who is *online*, as the nodes write it down: each of them says of its own connections.
@NullMarked
package games.drawbridge.functions.online;

import org.jspecify.annotations.NullMarked;
