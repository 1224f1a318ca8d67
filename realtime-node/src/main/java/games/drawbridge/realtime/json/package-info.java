/// How this program reads and writes JSON.
@NullMarked
package games.drawbridge.realtime.json;

import org.jspecify.annotations.NullMarked;
