/// What players have *bought* lately: the calls that sell write it down, every node reads it twice
/// a second and tells those of its rooms in which the player sits.
@NullMarked
package games.drawbridge.realtime.purchases;

import org.jspecify.annotations.NullMarked;
