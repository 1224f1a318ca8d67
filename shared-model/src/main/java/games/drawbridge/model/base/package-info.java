/// A *base* is a player's own place. What its owner buys comes there as a *parcel*, which waits
/// until it is unpacked.
@NullMarked
package games.drawbridge.model.base;

import org.jspecify.annotations.NullMarked;
