package games.drawbridge.functions.wallet;

import games.drawbridge.model.wallet.Booking;
import games.drawbridge.model.wallet.Pocket;
import games.drawbridge.model.wallet.Standing;
import games.drawbridge.model.wallet.Transaction;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a transaction would touch, as it stood at one moment.
///
/// @param before whether the transaction was applied, or its key answered
/// @param pockets those that have a row
/// @param bought pieces of the item that the player bought so far; empty when none ever
record Snapshot(boolean before, Map<Pocket, Standing> pockets, Optional<Long> bought) {

    /// What keeps the transaction from being done, before it is asked whether the funds suffice.
    Optional<Outcome> hindrance(@Nullable Purchase purchase) {
        if (before) return Optional.of(new Outcome.AlreadyApplied());
        if (purchase != null && purchase.limit() != null && bought(purchase) > purchase.limit())
            return Optional.of(new Outcome.LimitReached(purchase.limit()));
        return Optional.empty();
    }

    Booking book(Transaction transaction) {
        return Booking.of(transaction, pockets);
    }

    /// How a pocket was seen; empty when it has no row.
    Optional<Standing> seen(Pocket pocket) {
        return Optional.ofNullable(pockets.get(pocket));
    }

    /// Pieces bought, these included.
    long bought(Purchase purchase) {
        return bought.orElse(0L) + purchase.quantity();
    }
}
