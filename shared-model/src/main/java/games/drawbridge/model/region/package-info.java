/// A *region* is a part of the map: a grid of *tiles*, each with its *terrain*. A player *settles*
/// once and has a *base* there, *claims* the tiles beside their own, and sends troops on a *march*,
/// which may attack.
@NullMarked
package games.drawbridge.model.region;

import org.jspecify.annotations.NullMarked;
