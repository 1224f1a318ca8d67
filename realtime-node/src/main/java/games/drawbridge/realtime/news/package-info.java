/// *News*: what functions write down for the nodes, which read it twice a second. A *purchase* is
/// for the rooms in which its player sits, a note for the room that is told it, *mail* for its
/// player's sockets.
@NullMarked
package games.drawbridge.realtime.news;

import org.jspecify.annotations.NullMarked;
