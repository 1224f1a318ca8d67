package games.drawbridge.functions.wallet;

import games.drawbridge.model.wallet.Leg;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a transaction would touch, as it stood at one moment.
///
/// @param before whether the transaction was applied, or its key answered
/// @param legs those of wallets, each with the balance it finds
/// @param bought pieces of the item that the player bought so far; empty when none ever
record Snapshot(boolean before, List<Found> legs, Optional<Long> bought) {

    /// @param balance empty when the wallet never held the unit
    record Found(Leg leg, Optional<Long> balance) {
        long after() {
            return balance.orElse(0L) + leg.amount();
        }
    }

    /// What the transaction comes to.
    Outcome decide(@Nullable Purchase purchase) {
        if (before) return new Outcome.AlreadyApplied();
        if (purchase != null && purchase.limit() != null && bought(purchase) > purchase.limit())
            return new Outcome.LimitReached(purchase.limit());
        var balances = new ArrayList<Balance>();
        for (Found found : legs) {
            if (found.after() < 0) return new Outcome.InsufficientFunds(found.leg().unit());
            var player = found.leg().account().player().orElseThrow();
            balances.add(new Balance(player, found.leg().unit(), found.after()));
        }
        return new Outcome.Applied(balances);
    }

    /// Pieces bought, these included.
    long bought(Purchase purchase) {
        return bought.orElse(0L) + purchase.quantity();
    }
}
