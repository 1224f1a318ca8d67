/// Whom players have *blocked*: of those they want to hear nothing, whatever it is about.
@NullMarked
package games.drawbridge.functions.blocks;

import org.jspecify.annotations.NullMarked;
