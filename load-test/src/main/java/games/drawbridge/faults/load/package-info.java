/// Players who go on through whatever happens, and write down what they saw. A *table* is a room
/// with its players; a *load* is many tables; a *mind* is how one kind is played.
@NullMarked
package games.drawbridge.faults.load;

import org.jspecify.annotations.NullMarked;
