package games.drawbridge.model.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Where a movement comes from.
///
/// @param payment the provider's own id of the payment
/// @param action which of the payment's actions, unique within it: `charge`, `refund-2`
/// @param at when it happened, as the provider says; kept to the millisecond
/// @param test whether no real money moved: such rows count in no sum
public record Source(
        ProviderName provider, String payment, String action, Instant at, boolean test) {

    /// @throws IllegalArgumentException when an id is missing
    public Source {
        if (payment.isEmpty() || action.isEmpty())
            throw new IllegalArgumentException("a movement has a payment and an action");
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /// In which of the provider's days it happened.
    public LocalDate day() {
        return provider.day(at);
    }
}
