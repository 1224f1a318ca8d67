/// The books as functions keep and close them: the *movements* of [games.drawbridge.model.finance]
/// in the table that finance reads.
@NullMarked
package games.drawbridge.functions.finance;

import org.jspecify.annotations.NullMarked;
