/// A *child* is a program that the local world started and stops again. Children that are JVMs hang
/// on a *leash*: they end with the world even when it is killed.
@NullMarked
package games.drawbridge.local.process;

import org.jspecify.annotations.NullMarked;
