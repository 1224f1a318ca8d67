/// A player's *wallet* as the tables hold it: a *balance* per unit, an *entry* per change, and a
/// *receipt* for every order: what was answered under its idempotency key.
@NullMarked
package games.drawbridge.functions.wallet;

import org.jspecify.annotations.NullMarked;
