package games.drawbridge.functions.wallet;

import games.drawbridge.model.wallet.Booking;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Rows of other tables that stand or fall with a transaction of the ledger: they are written in
/// the same moment, each on its own condition.
@FunctionalInterface
public interface Beside {
    /// Rows that fit beside the longest transaction.
    int MOST = 9;

    /// The rows, in the order in which [Outcome.Refused] counts them.
    ///
    /// @param booked what the transaction comes to
    List<TransactWriteItem> rows(Booking.Booked booked);
}
