/// The *fleet*: the slots behind the load balancer, and how many of them run a node. A *step* is
/// the one thing that is done about it now.
@NullMarked
package games.drawbridge.model.fleet;

import org.jspecify.annotations.NullMarked;
