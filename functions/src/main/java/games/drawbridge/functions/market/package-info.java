/// The *market* as the tables hold it: *offers* whose goods are in escrow, *sales* that say what
/// was paid, and *trades* that wait for the other player. All that moves is a transaction of the
/// ledger, and an offer's row changes in the same moment.
@NullMarked
package games.drawbridge.functions.market;

import org.jspecify.annotations.NullMarked;
