package games.drawbridge.functions.meta;

import java.time.Instant;

/// The canvas asks what a product costs (`payments_get_item_price`).
///
/// @param product its address, or its id
/// @param currency of the user
public record PriceQuestion(String product, String currency) {

    /// @throws MetaRefused when it is of another form or time
    public static PriceQuestion of(Payload payload, Instant now) {
        var payment =
                payload.fresh(now)
                        .optionalObject("payment")
                        .orElseThrow(() -> new MetaRefused(MetaRefused.Why.FIELD, "payment"));
        return new PriceQuestion(payment.text("product"), payment.text("user_currency"));
    }
}
