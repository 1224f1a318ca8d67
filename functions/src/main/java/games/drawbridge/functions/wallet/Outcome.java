package games.drawbridge.functions.wallet;

import games.drawbridge.model.wallet.Unit;
import java.util.List;

/// What came of a transaction.
public sealed interface Outcome {

    /// It is done, now.
    ///
    /// @param balances those that it changed, as they are after it
    record Applied(List<Balance> balances) implements Outcome {
        public Applied {
            balances = List.copyOf(balances);
        }
    }

    /// It was done before, or its key was answered before: nothing changed.
    record AlreadyApplied() implements Outcome {}

    /// A wallet holds less of the unit than goes out of it: nothing changed.
    record InsufficientFunds(Unit unit) implements Outcome {}

    /// The player would have bought more than the limit: nothing changed.
    record LimitReached(int limit) implements Outcome {}
}
