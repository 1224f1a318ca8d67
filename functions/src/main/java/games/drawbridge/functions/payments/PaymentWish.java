package games.drawbridge.functions.payments;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.http.Request;
import games.drawbridge.model.payments.PaymentOrder;
import games.drawbridge.model.player.PlayerId;
import java.util.Optional;

/// An order as it was asked for.
///
/// @param id made of player and key, so that the same wish is the same order
/// @param hash of the body: the same key with another one is a mistake
record PaymentWish(
        PlayerId player,
        String id,
        String hash,
        String sku,
        int quantity,
        String provider,
        Optional<String> affiliate) {
    private static final int ID_DIGITS = 32;

    static PaymentWish of(Request request) {
        var player = request.player();
        String key = request.idempotencyKey();
        var body = request.body();
        var fields = body.fields();
        return new PaymentWish(
                player,
                id("wish\n" + player + "\n" + key),
                Digest.sha256(body.text()),
                fields.text("sku", 1, PaymentLimits.SKU),
                (int) fields.whole("quantity", 1, PaymentOrder.MOST_QUANTITY),
                fields.text("provider", 1, PaymentLimits.SKU),
                fields.optionalText("affiliate", 1, PaymentLimits.AFFILIATE));
    }

    /// An order's id, made of what names it.
    static String id(String cause) {
        return Digest.sha256(cause).substring(0, ID_DIGITS);
    }
}
