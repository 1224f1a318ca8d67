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

    /// It was done before: nothing changed.
    record AlreadyApplied() implements Outcome {}

    /// A wallet holds less of the unit than goes out of it: nothing changed.
    record InsufficientFunds(Unit unit) implements Outcome {}

    /// Rows that were to be written beside it are not as their conditions want them, such as one
    /// that is there already: nothing changed, and the wallets had no part in it.
    ///
    /// @param rows which of them, counted from 0
    record Refused(List<Integer> rows) implements Outcome {
        public Refused {
            rows = List.copyOf(rows);
        }
    }
}
