/// The books of the local world, as an admin of the title sees them.
@NullMarked
package games.drawbridge.statement;

import org.jspecify.annotations.NullMarked;
