/// Between JSON text and values.
@NullMarked
package games.drawbridge.functions.json;

import org.jspecify.annotations.NullMarked;
