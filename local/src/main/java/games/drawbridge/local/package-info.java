/// The *local world* is the whole of Drawbridge on one machine: what template.yaml declares, the
/// realtime nodes and the client, behind one *front door*. This package is its wiring, its command
/// line and its folder.
@NullMarked
package games.drawbridge.local;

import org.jspecify.annotations.NullMarked;
