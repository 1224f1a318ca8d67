package games.drawbridge.functions.meta;

import java.math.BigDecimal;
import java.time.Instant;

/// A purchase in an Instant Game, signed. It does not say who bought: whoever shows it first has.
/// It stays unconsumed until the game consumes it, however long that takes, so its age tells
/// nothing.
///
/// @param app whose game it was bought in
/// @param token names the purchase for ever
/// @param payment names it at the Graph
/// @param action `charge` or `refund`
/// @param amount in whole units, as text
public record InstantPurchase(
        String app,
        String token,
        String payment,
        String action,
        String product,
        boolean isConsumed,
        BigDecimal amount,
        String currency,
        Instant at) {

    /// @throws MetaRefused when it is of another form
    public static InstantPurchase of(Payload payload) {
        var price =
                payload.optionalObject("purchase_price").orElseThrow(() -> field("purchase_price"));
        return new InstantPurchase(
                payload.id("app_id"),
                payload.id("purchase_token"),
                payload.id("payment_id"),
                payload.text("payment_action_type"),
                payload.text("product_id"),
                payload.flag("is_consumed"),
                amount(price.text("amount")),
                price.text("currency"),
                payload.time("purchase_time"));
    }

    private static BigDecimal amount(String text) {
        if (!text.matches("[0-9]{1,12}(\\.[0-9]{1,4})?")) throw field("purchase_price.amount");
        return new BigDecimal(text);
    }

    private static MetaRefused field(String name) {
        return new MetaRefused(MetaRefused.Why.FIELD, name);
    }
}
