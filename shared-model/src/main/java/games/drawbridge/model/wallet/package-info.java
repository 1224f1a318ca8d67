/// A *wallet* holds a player's balances of *units*: currencies and goods alike. The *ledger* is the
/// list of *transactions* that made them; each is a set of *legs* whose amounts cancel out per
/// unit. What a player holds and owes of one unit is a *pocket*; what a transaction comes to, given
/// how the pockets stand, is its *booking*. One piece of a unique good is an *instance*; all other
/// goods are stacked.
@NullMarked
package games.drawbridge.model.wallet;

import org.jspecify.annotations.NullMarked;
