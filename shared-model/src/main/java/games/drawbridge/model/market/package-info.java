/// The *market*: an *offer* sells goods for a price; while it is open they are in *escrow*. A
/// *sale* is what became of one, and what was paid lately bounds what may be asked. A *trade* is
/// made between two players, goods for goods. All offers of one good lie on its *shelf*, which
/// players watch.
@NullMarked
package games.drawbridge.model.market;

import org.jspecify.annotations.NullMarked;
