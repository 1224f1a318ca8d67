package games.drawbridge.functions.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.testkit.MetaSigning;
import games.drawbridge.functions.testkit.World;
import java.time.Instant;

/// A payment at Meta, number 301, from order to grant.
record MetaPayment(Shop shop, String where, String product) {
    private static final String DIALOG =
            "{\"algorithm\":\"HMAC-SHA256\",\"issued_at\":%d,\"payment_id\":301,\"status\":\"completed\"}";
    private static final String PURCHASE =
            """
            {"algorithm":"HMAC-SHA256","app_id":"1234567890","issued_at":%d,"payment_action_type":"charge",
            "payment_id":"301","product_id":"gems_100","purchase_price":{"amount":"1.99","currency":"USD"},
            "purchase_time":1799999990,"purchase_token":"2365"}\
            """;

    /// @return the order's id
    String paid(String player) {
        boolean isCanvas = where.equals("canvas");
        String provider = isCanvas ? "facebook" : "instant";
        String wish =
                "{\"sku\":\"gems_100\",\"quantity\":1,\"provider\":\"%s\"}".formatted(provider);
        String order = isCanvas ? shop.order(player, "k1", wish).text("/orderId") : null;
        shop.graph.pay("301", null, product, 1, order);
        shop.graph.act("301", "charge", "completed", "1.99 USD", "2026-11-29T12:00:00+0000");
        String payload = (isCanvas ? DIALOG : PURCHASE).formatted(Instant.now().getEpochSecond());
        String signed = MetaSigning.sign(payload.getBytes(UTF_8), World.FACEBOOK_SECRET);
        return shop.world
                .post(
                        "/v1/payments/" + provider + "/confirm",
                        "{\"signedRequest\":\"%s\"}".formatted(signed))
                .as(player)
                .send()
                .text("/orderId");
    }
}
