/// The books. A *movement* is one row about real money, never changed: a charge, or something that
/// follows it. Its *split* says what of its *gross* is *tax*, what is the provider's *fee* and what
/// stays: *net*. *Minor units* are the smallest pieces of a currency that are counted, 10 to the
/// power of its *exponent* of them make a whole one.
@NullMarked
package games.drawbridge.model.finance;

import org.jspecify.annotations.NullMarked;
