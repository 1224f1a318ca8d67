/// Payments as functions take them: *orders* for packs, the *notices* in which providers tell that
/// something happened, and the one way in which an order is *brought* to its provider's truth. The
/// words of it are those of [games.drawbridge.model.payments].
@NullMarked
package games.drawbridge.functions.payments;

import org.jspecify.annotations.NullMarked;
