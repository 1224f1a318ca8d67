/// A *stand-in* is a program that does what an AWS service does for the products of this
/// repository. It runs beside the world, never in its class path.
@NullMarked
package games.drawbridge.local.standins;

import org.jspecify.annotations.NullMarked;
