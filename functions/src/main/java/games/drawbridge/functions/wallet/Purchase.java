package games.drawbridge.functions.wallet;

import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue;
import games.drawbridge.model.store.Order;
import games.drawbridge.model.wallet.Unit;
import java.util.List;
import java.util.function.BiFunction;

/// An order on its way into the ledger: decided by what the wallet holds and has bought, and its
/// receipt written in the same moment.
///
/// @param transaction the id
/// @param key the idempotency key
/// @param receipt made of the balances that the transaction changed
public record Purchase(
        PlayerId player,
        String transaction,
        String key,
        Order order,
        Catalogue catalogue,
        BiFunction<Order.Outcome.Accepted, List<Balance>, Receipt> receipt) {

    /// What came of it.
    public sealed interface Outcome {

        /// It is bought, now.
        record Done(Receipt receipt) implements Outcome {}

        /// The key was answered before: nothing changed.
        record Answered() implements Outcome {}

        /// The store says no: nothing changed.
        record NotSold(Order.Outcome.Refused why) implements Outcome {}

        /// The wallet holds less of the unit than it costs: nothing changed.
        record Poor(Unit unit) implements Outcome {}
    }
}
