/// The fleet as ECS has it: each slot a *service* that wants one task or none.
@NullMarked
package games.drawbridge.functions.fleet;

import org.jspecify.annotations.NullMarked;
