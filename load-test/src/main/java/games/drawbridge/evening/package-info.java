/// `./drawbridge evening`: many bots live in the world between games while one of its nodes dies,
/// and then all that they were told is held against what the world says.
@NullMarked
package games.drawbridge.evening;

import org.jspecify.annotations.NullMarked;
