/// A *ban* keeps a player out, for a while or for good: of everything, or of one *scope*.
@NullMarked
package games.drawbridge.functions.bans;

import org.jspecify.annotations.NullMarked;
