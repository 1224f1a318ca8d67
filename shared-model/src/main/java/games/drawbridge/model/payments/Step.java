package games.drawbridge.model.payments;

import games.drawbridge.model.wallet.Unit;
import java.util.List;

/// What is to be done next to bring an order to its provider's truth.
public sealed interface Step {

    /// Books one action; then there may be another step.
    ///
    /// @param changes what the player gets by it or gives back
    /// @param after as it stands then
    record Book(Action action, List<Change> changes, Payment after) implements Step {
        public Book {
            changes = List.copyOf(changes);
        }

        /// Whether something is bought by it.
        public boolean isPurchase() {
            return action.kind() == Action.Kind.CHARGE && !after.isBarren();
        }
    }

    /// All that the provider did is booked.
    record Done() implements Step {}

    /// Money came that the order cannot have asked for: nothing is booked, and a person must look.
    record Held(Mismatch why) implements Step {}

    /// So much of a unit to the player, or from the player when negative.
    record Change(Unit unit, long amount) {}
}
