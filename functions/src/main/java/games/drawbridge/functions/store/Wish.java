package games.drawbridge.functions.store;

import games.drawbridge.functions.Digest;
import games.drawbridge.functions.http.Body;
import games.drawbridge.functions.http.Fields;
import games.drawbridge.functions.http.Request;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue;
import games.drawbridge.model.store.Order;

/// An order as it was asked for.
///
/// @param key the idempotency key
/// @param id made of player and key, so that the same wish is the same transaction
/// @param hash of the body: the same key with another one is a mistake
record Wish(PlayerId player, String key, String id, String hash, Order order) {
    private static final int ID_DIGITS = 32;

    static Wish of(Request request) {
        var player = request.player();
        String key = request.idempotencyKey();
        Body body = request.body();
        String id = Digest.sha256(player + "\n" + key).substring(0, ID_DIGITS);
        return new Wish(player, key, id, Digest.sha256(body.text()), order(body.fields()));
    }

    @SuppressWarnings("NullAway") // javac forgets the @Nullable of a compact constructor
    private static Order order(Fields body) {
        return new Order(
                body.text("sku", 1, StoreLimits.SKU),
                (int) body.whole("quantity", 1, Order.MOST_QUANTITY),
                body.optionalObject("expectedPrice").map(Wish::price).orElse(null));
    }

    private static Catalogue.Price price(Fields price) {
        return new Catalogue.Price(
                price.text("currency", 1, StoreLimits.CURRENCY),
                price.whole("amount", 0, Long.MAX_VALUE));
    }
}
