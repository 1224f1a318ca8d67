package games.drawbridge.functions.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import games.drawbridge.functions.email.AddressTable;
import games.drawbridge.functions.email.EmailAddress;
import games.drawbridge.functions.testkit.MetaSigning;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

/// Facebook's canvas, or an Instant Game. Meta tells nobody's address: the player gave one before.
final class MetaTill implements Till {
    private static final AtomicInteger ids = new AtomicInteger();
    private static final String NOON = "2026-11-29T12:00:00+0000";
    private static final String DIALOG =
            """
            {"algorithm":"HMAC-SHA256","amount":"1.99","currency":"USD","issued_at":%d,"payment_id":%s,
            "quantity":"1","status":"completed"}\
            """;
    private static final String PURCHASE =
            """
            {"algorithm":"HMAC-SHA256","app_id":"1234567890","is_consumed":false,"issued_at":%d,
            "payment_action_type":"charge","payment_id":"%s","product_id":"gems_100",
            "purchase_price":{"amount":"1.99","currency":"USD"},"purchase_time":1799999990,
            "purchase_token":"7%2$s"}\
            """;

    private final Shop shop;
    private final String provider;
    private final String payment = "8" + ids.incrementAndGet();
    private String order;

    /// @param provider `facebook` or `instant`
    MetaTill(Shop shop, String provider) {
        this.shop = shop;
        this.provider = provider;
    }

    private boolean isCanvas() {
        return provider.equals("facebook");
    }

    static void address(Shop shop, String player, String address) {
        new AddressTable(shop.aws("RunJobs"))
                .note(
                        new PlayerId(player),
                        new EmailAddress(address),
                        "mailing",
                        true,
                        Instant.now());
    }

    @Override
    public String order(String player) {
        String wish =
                "{\"sku\":\"gems_100\",\"quantity\":1,\"provider\":\"%s\"}".formatted(provider);
        order = shop.order(player, "key", wish).text("/orderId");
        return order;
    }

    @Override
    public void begin(String address) {
        String product = isCanvas() ? World.ORIGIN + "/og/gems_100" : "gems_100";
        shop.graph.pay(payment, null, product, 1, isCanvas() ? order : null);
        shop.graph.act(payment, "charge", "initiated", "1.99 USD", NOON);
    }

    @Override
    public void pay() {
        shop.graph.act(payment, "charge", "completed", "1.99 USD", NOON);
    }

    @Override
    public void refund() {
        shop.graph.act(payment, "refund", "completed", "0.99 USD", NOON);
    }

    @Override
    public boolean tells() {
        String body =
                isCanvas()
                        ? "{\"object\":\"payments\",\"entry\":[{\"id\":\"" + payment + "\"}]}"
                        : "{\"entry\":[{\"payment_id\":\"" + payment + "\"}]}";
        byte[] hmac = MetaSigning.hmac(body.getBytes(UTF_8), World.FACEBOOK_SECRET);
        return shop.world
                        .post("/v1/payments/" + provider + "/webhook", body)
                        .header("x-hub-signature-256", "sha256=" + HexFormat.of().formatHex(hmac))
                        .send()
                        .status()
                == 200;
    }

    @Override
    public boolean shows(String player) {
        String payload =
                (isCanvas() ? DIALOG : PURCHASE).formatted(Instant.now().getEpochSecond(), payment);
        String signed = MetaSigning.sign(payload.getBytes(UTF_8), World.FACEBOOK_SECRET);
        return shop.world
                        .post(
                                "/v1/payments/" + provider + "/confirm",
                                "{\"signedRequest\":\"%s\",\"orderId\":\"%s\"}"
                                        .formatted(signed, order))
                        .as(player)
                        .send()
                        .status()
                == 200;
    }

    @Override
    public boolean isAskable() {
        return false;
    }
}
