/// A *payment* is real money for a pack. A player places an *order* for it, a *provider* takes the
/// money, and everything that the provider does with it afterwards is an *action* (charge, refund,
/// chargeback …). The provider's whole story of a payment is its *truth*; booking is bringing an
/// order to it.
@NullMarked
package games.drawbridge.model.payments;

import org.jspecify.annotations.NullMarked;
