/// The realtime *nodes*: children that can be killed one by one and come back.
@NullMarked
package games.drawbridge.local.nodes;

import org.jspecify.annotations.NullMarked;
