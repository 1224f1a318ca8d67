package games.drawbridge.functions.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import games.drawbridge.model.payments.Status;
import games.drawbridge.model.store.Catalogue.Grant;
import games.drawbridge.model.store.Catalogue.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order as its player reads it.
///
/// @param price the usual one, before anything was paid
/// @param paid absent before
/// @param back how much of it went back to the payer; absent when nothing did
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OrderView(
        String orderId,
        Status status,
        String provider,
        String sku,
        int quantity,
        Money price,
        @Nullable Money paid,
        @Nullable Money back,
        List<Grant> grants,
        Instant createdAt) {

    static OrderView of(KeptOrder kept) {
        var order = kept.order();
        var payment = kept.payment();
        var back =
                payment.charge()
                        .map(paid -> new Money(payment.back(), paid.currency()))
                        .filter(money -> money.amount() > 0);
        return new OrderView(
                order.id(),
                payment.status(),
                order.provider(),
                order.sku(),
                order.quantity(),
                order.prices().getFirst(),
                payment.charge().orElse(null),
                back.orElse(null),
                order.grants(),
                order.createdAt());
    }
}
