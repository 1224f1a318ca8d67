/// How *busy* the node is: the share of its event loops' time that is work. By it the node takes no
/// more rooms, and later no more sockets, before anybody has to wait.
@NullMarked
package games.drawbridge.realtime.load;

import org.jspecify.annotations.NullMarked;
