package games.drawbridge.functions.payments;

import games.drawbridge.functions.http.Fields;
import games.drawbridge.model.payments.PaymentOrder;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue.Money;
import java.util.Optional;

/// A company that takes players' money: the one seam to all of them. Whatever is refused here is a
/// [PaymentRefused]; one that does not answer is [away][games.drawbridge.functions.web.Web.Away].
interface Provider {

    /// As paths and rows have it: `stripe`.
    String name();

    /// What the player's client needs to pay; the same order opens the same checkout.
    Checkout open(PaymentOrder order);

    /// What a player shows after paying, as the truth about a payment.
    Told confirm(Fields proof, PlayerId player);

    /// The truth about a payment by one of its names; empty when the provider knows none, or cannot
    /// be asked.
    Optional<Told> read(String payment);

    /// Asks the provider to give money back. It is booked when the provider's truth has it.
    ///
    /// @param key the same one gives it back once, where [#takesKeys]
    void refund(String payment, Money money, String key);

    /// Whether a wish may be said again under its key.
    boolean takesKeys();
}
