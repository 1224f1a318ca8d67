/// The realtime node: one program that owns live rooms and the sockets into them.
@NullMarked
package games.drawbridge.realtime;

import org.jspecify.annotations.NullMarked;
