/// A *player* is one person's account, whichever *identities* (guest device, Facebook, …) lead to
/// it.
@NullMarked
package games.drawbridge.model.player;

import org.jspecify.annotations.NullMarked;
