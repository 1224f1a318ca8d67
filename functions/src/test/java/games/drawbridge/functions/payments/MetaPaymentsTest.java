package games.drawbridge.functions.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.MetaSigning;
import games.drawbridge.functions.testkit.World;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaPaymentsTest {
    private static final String PRODUCT = World.ORIGIN + "/og/gems_100";
    private static final String NOON = "2026-11-29T12:00:00+0000";

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    // ---- canvas ----

    @Test
    void aCanvasPaymentIsGrantedByProofAndByNoticeOnce() {
        var placed = shop.order("ann", "k1", wish("facebook"));
        String order = placed.text("/orderId");
        assertThat(placed.text("/checkout/product")).isEqualTo(PRODUCT);
        assertThat(placed.text("/checkout/request_id")).isEqualTo(order);

        shop.graph.pay("301", "218471", PRODUCT, 1, order);
        shop.graph.act("301", "charge", "initiated", "1.99 USD", NOON);
        assertThat(confirm("ann", "facebook", dialog("301", order)).text("/status"))
                .isEqualTo("pending");
        shop.graph.act("301", "charge", "completed", "1.99 USD", NOON);
        for (int n = 0; n < 3; n++) notice("facebook", actions("301"));
        assertThat(confirm("ann", "facebook", dialog("301", order)).text("/status"))
                .isEqualTo("fulfilled");
        assertThat(confirm("bob", "facebook", dialog("301", order)).outcome())
                .isEqualTo("409 wrong-player");
        assertThat(shop.gems("ann")).isEqualTo(100);

        shop.graph.act("301", "refund", "initiated", "1.99 USD", NOON);
        notice("facebook", actions("301"));
        assertThat(shop.gems("ann")).as("it may still fail").isEqualTo(100);
        shop.graph.act("301", "refund", "completed", "1.99 USD", NOON);
        notice("facebook", actions("301"));
        assertThat(shop.status("ann", order)).isEqualTo("refunded");
        assertThat(shop.gems("ann")).isZero();
        assertThat(shop.rows("MOVEMENT#")).isEqualTo(2);
        Ledger.of(shop.world).holds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    9.99 USD  | gems_100 | 1 | wrong-amount
                    1.99 CHF  | gems_100 | 1 | wrong-currency
                    1.99 USD  | gems_600 | 1 | wrong-product
                    1.99 USD  | gems_100 | 9 | wrong-product
                    """)
    void whatWasNotAskedForIsHeld(String money, String sku, int quantity, String code) {
        String order = shop.order("ann", "k1", wish("facebook")).text("/orderId");
        shop.graph.pay("301", "218471", World.ORIGIN + "/og/" + sku, quantity, order);
        shop.graph.act("301", "charge", "completed", money, NOON);
        var got = confirm("ann", "facebook", dialog("301", order));
        assertThat(got.outcome()).isEqualTo("422 " + code);
        assertThat(got.log().toString()).contains("\"code\":\"" + code + "\"");
        assertThat(shop.gems("ann")).isZero();
        assertThat(shop.rows("ACTION#")).isZero();
    }

    @Test
    void anotherAppsPaymentAndAnotherPlayersAreRefused() {
        String order = shop.order("ann", "k1", wish("facebook")).text("/orderId");
        shop.graph.pay("301", null, PRODUCT, 1, order).putObject("application").put("id", "99");
        shop.graph.act("301", "charge", "completed", "1.99 USD", NOON);
        assertThat(confirm("ann", "facebook", dialog("301", order)).outcome())
                .isEqualTo("422 wrong-app");

        login("bob-at-facebook", "777");
        shop.graph.pay("302", "777", PRODUCT, 1, order);
        shop.graph.act("302", "charge", "completed", "1.99 USD", NOON);
        assertThat(confirm("ann", "facebook", dialog("302", order)).outcome())
                .isEqualTo("422 wrong-player");
        assertThat(shop.gems("ann")).isZero();
    }

    @Test
    void whoIsKnownAtFacebookIsServedWithoutAnOrder() {
        String player = login("bob-at-facebook", "777");
        shop.graph.pay("303", "777", PRODUCT, 2, null);
        shop.graph.act("303", "charge", "completed", "3.98 USD", NOON);
        notice("facebook", actions("303"));
        notice("facebook", actions("303"));
        assertThat(shop.gems(player)).isEqualTo(200);
        Ledger.of(shop.world).holds();
    }

    @Test
    void theDocumentedPaymentIsUnderstood() {
        shop.graph.say(
                "3603105474213890",
                """
                {"id":"3603105474213890","user":{"name":"Marco Alvarez","id":"500535225"},
                "application":{"name":"Friend Smash","namespace":"friendsmashsample","id":"1234567890"},
                "actions":[{"type":"charge","status":"completed","currency":"USD","amount":"1.99",
                "time_created":"2013-03-22T21:18:54+0000","time_updated":"2013-03-22T21:18:55+0000"},
                {"type":"refund","status":"completed","currency":"USD","amount":"0.99",
                "time_created":"2013-03-23T21:18:54+0000","time_updated":"2013-03-23T21:18:55+0000"}],
                "refundable_amount":{"currency":"USD","amount":"0.00"},
                "disputes":[{"user_comment":"I didn't receive my item!","time_created":"2013-03-24T18:21:02+0000",
                "user_email":"email\\u0040domain.com","status":"resolved","reason":"refunded_in_cash"}],
                "items":[{"type":"IN_APP_PURCHASE","product":"https://play.example/og/gems_100","quantity":1}],
                "country":"US","created_time":"2013-03-22T21:18:54+0000","payout_foreign_exchange_rate":1}
                """);
        String player = login("marco", "500535225");
        notice("facebook", actions("3603105474213890"));
        assertThat(shop.gems(player)).as("half of it is left").isEqualTo(50);
        assertThat(shop.rows("ACTION#")).isEqualTo(4);
        Ledger.of(shop.world).holds();
    }

    @ParameterizedTest
    @CsvSource({"0.30, 60", "0.15, 30", "0, 0"})
    void whatMetaKeepsTheDeploymentSays(String rate, String fee) {
        try (var other = new Shop("facebook", Map.of("MetaFee", rate))) {
            new MetaPayment(other, "canvas", PRODUCT).paid("ann");
            assertThat(other.world.tables().rows("Purchases"))
                    .filteredOn(row -> row.get("sk").s().startsWith("MOVEMENT#"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("fee").n()).isEqualTo(fee));
        }
    }

    // ---- Instant Games ----

    @Test
    void aPurchaseBelongsToWhoShowsItFirst() {
        String order = shop.order("ann", "k1", wish("instant")).text("/orderId");
        String signed = sign(purchase("1621", "2365", "charge", "4.99"));
        assertThat(confirm("ann", "instant", signed).outcome()).isEqualTo("422 wrong-amount");

        signed = sign(purchase("1622", "2366", "charge", "1.99"));
        var got =
                shop.world
                        .post(
                                "/v1/payments/instant/confirm",
                                "{\"signedRequest\":\"%s\",\"orderId\":\"%s\"}"
                                        .formatted(signed, order))
                        .as("ann")
                        .send();
        assertThat(got.text("/status")).isEqualTo("fulfilled");
        assertThat(got.text("/orderId")).isEqualTo(order);
        String again = signed;
        AtOnce.times(8, _ -> confirm("ann", "instant", again).status());
        assertThat(confirm("bob", "instant", again).outcome()).isEqualTo("409 wrong-player");
        assertThat(shop.gems("ann")).isEqualTo(100);
        assertThat(shop.gems("bob")).isZero();
        Ledger.of(shop.world).holds();
    }

    @Test
    void ofTwoWhoShowOnePurchaseAtOnceOneHasIt() {
        String signed = sign(purchase("1623", "2367", "charge", "1.99"));
        AtOnce.times(8, n -> confirm(n % 2 == 0 ? "ann" : "bob", "instant", signed).status());
        assertThat(shop.gems("ann") + shop.gems("bob")).isEqualTo(100);
        Ledger.of(shop.world).holds();
    }

    @Test
    void aRefundOfAPurchaseComesByNotice() {
        String signed = sign(purchase("1624", "2368", "charge", "1.99"));
        String order = confirm("ann", "instant", signed).text("/orderId");
        shop.graph.pay("1624", null, "gems_100", 1, null);
        shop.graph.act("1624", "charge", "completed", "1.99 USD", NOON);
        shop.graph.act("1624", "refund", "completed", "1.99 USD", NOON);
        notice("instant", "{\"entry\":[{\"changes\":[{\"value\":{\"purchaseToken\":\"2368\"}}]}]}");
        assertThat(shop.status("ann", order)).isEqualTo("refunded");
        assertThat(shop.gems("ann")).isZero();
        Ledger.of(shop.world).holds();
    }

    @Test
    void aNoticeThatIsEarlierThanTheGameWaitsAndAStrangeOneIsParked() {
        shop.graph.pay("1625", null, "gems_100", 1, null);
        shop.graph.act("1625", "charge", "completed", "1.99 USD", NOON);
        assertThat(notice("instant", "{\"entry\":[{\"payment_id\":\"1625\"}]}")).isEmpty();
        assertThat(shop.pending()).hasSize(1);
        confirm("ann", "instant", sign(purchase("1625", "2369", "charge", "1.99")));
        shop.work();
        assertThat(shop.pending()).isEmpty();
        assertThat(shop.gems("ann")).isEqualTo(100);

        assertThat(notice("instant", "{\"what\":\"is this\"}")).contains("unknown-payment");
        assertThat(shop.pending()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"app_id":"99"}                      | 422 wrong-app
                    {"payment_action_type":"refund"}     | 422 wrong-action
                    {"is_consumed":true}                 | 422 consumed
                    {"product_id":"gems_1"}              | 422 unknown-product
                    {"purchase_time":"yesterday"}        | 401 field
                    {"algorithm":"HMAC-SHA1"}            | 401 algorithm
                    """)
    void aPurchaseThatIsNoneIsRefused(String other, String outcome) {
        String name = other.substring(2, other.indexOf('"', 2));
        String value = other.substring(other.indexOf(':') + 1, other.length() - 1);
        String payload = purchase("1626", "2370", "charge", "1.99");
        String changed =
                payload.replaceFirst("\"" + name + "\":[^,]+", "\"" + name + "\":" + value);
        assertThat(changed).isNotEqualTo(payload);
        assertThat(confirm("ann", "instant", sign(changed)).outcome()).isEqualTo(outcome);
    }

    @Test
    void whatMetaDidNotSignIsRefused() {
        String payload = purchase("1627", "2371", "charge", "1.99");
        String signed = MetaSigning.sign(payload.getBytes(UTF_8), "another secret");
        assertThat(confirm("ann", "instant", signed).outcome()).isEqualTo("401 signature");
        var got =
                shop.world
                        .post("/v1/payments/facebook/webhook", actions("301"))
                        .header("x-hub-signature-256", "sha256=" + "00".repeat(32))
                        .send();
        assertThat(got.outcome()).isEqualTo("401 signature");
        assertThat(got.log().toString()).contains("\"PaymentRefused\":1");
        assertThat(shop.rows("NOTICE#")).isZero();
    }

    // ---- what Facebook asks ----

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    subscribe   | a token that Meta shows | 1158201444 | 200
                    subscribe   | meatyhamhock            | 1158201444 | 403 forbidden
                    unsubscribe | a token that Meta shows | 1158201444 | 403 forbidden
                    subscribe   | a token that Meta shows | <b>        | 400 bad-input
                    """)
    void metaIsToldThatNoticesAreWanted(String mode, String token, String text, String outcome) {
        for (String provider : new String[] {"facebook", "instant"}) {
            var got =
                    shop.world
                            .get(
                                    "/v1/payments/%s/webhook?hub.mode=%s&hub.verify_token=%s&hub.challenge=%s"
                                            .formatted(
                                                    provider, mode, encoded(token), encoded(text)))
                            .send();
            assertThat(got.outcome()).isEqualTo(outcome);
            if (got.status() == 200) assertThat(got.body()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    EUR | 1.99 | EUR
                    JPY | 300  | JPY
                    CHF | 1.99 | USD
                    """)
    void thePriceIsToldInTheUsersCurrency(String asked, String amount, String currency) {
        String signed = sign(question(asked, Instant.now()));
        var got =
                shop.world
                        .call("POST", "/v1/payments/facebook/price")
                        .form("signed_request=" + encoded(signed) + "&user_currency=XXX")
                        .send();
        assertThat(got.at("/content/amount").isNumber()).isTrue();
        assertThat(got.text("/content/amount")).isEqualTo(amount);
        assertThat(got.text("/content/currency")).isEqualTo(currency);
        assertThat(got.text("/content/product")).isEqualTo(PRODUCT);
        assertThat(got.text("/method")).isEqualTo("payments_get_item_price");
    }

    @Test
    void anOldQuestionIsNotAnswered() {
        String signed = sign(question("EUR", Instant.now().minusSeconds(3_600)));
        var got =
                shop.world
                        .call("POST", "/v1/payments/facebook/price")
                        .form("signed_request=" + encoded(signed))
                        .send();
        assertThat(got.outcome()).isEqualTo("401 stale");
    }

    @Test
    void aPackHasAPageForFacebookThatNobodyCanWriteInto() {
        shop.world.catalogue(
                """
                {"version":"1","items":[],"packs":[{"sku":"a&b","title":"<b>\\"Gems\\"</b>",
                "prices":[{"amount":300,"currency":"JPY"},{"amount":199,"currency":"USD"}],
                "grants":[{"kind":"currency","id":"gems","amount":1}]}]}
                """);
        var page = shop.world.get("/og/a%26b").send();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("content=\"&lt;b&gt;&quot;Gems&quot;&lt;/b&gt;\"")
                .contains("<meta property=\"og:type\" content=\"og:product\">")
                .contains("<meta property=\"og:url\" content=\"" + World.ORIGIN + "/og/a%26b\">")
                .contains("<meta property=\"product:price:amount\" content=\"300\">")
                .contains("<meta property=\"product:price:amount\" content=\"1.99\">")
                .doesNotContain("<b>");
        assertThat(shop.world.get("/og/gems_1").send().outcome()).isEqualTo("404 not-found");
    }

    @Test
    void whereNothingIsSoldNothingIsOrderedAndOldPaymentsGoOn() {
        try (var old = new Shop("stripe")) {
            assertThat(old.order("ann", "k1", wish("facebook")).outcome())
                    .isEqualTo("422 provider-off");
            assertThat(
                            old.world
                                    .post(
                                            "/v1/payments/facebook/confirm",
                                            "{\"signedRequest\":\"x\"}")
                                    .as("ann")
                                    .send()
                                    .outcome())
                    .isEqualTo("422 provider-off");
        }
    }

    private static String wish(String provider) {
        return "{\"sku\":\"gems_100\",\"quantity\":1,\"provider\":\"%s\"}".formatted(provider);
    }

    private String login(String name, String user) {
        String signed =
                sign(
                        "{\"algorithm\":\"HMAC-SHA256\",\"issued_at\":%d,\"user_id\":\"%s\"}"
                                .formatted(Instant.now().getEpochSecond(), user));
        var got =
                shop.world
                        .post("/v1/login/facebook", "{\"signedRequest\":\"%s\"}".formatted(signed))
                        .send();
        assertThat(got.status()).as(name).isEqualTo(200);
        return got.text("/playerId");
    }

    private Got confirm(String player, String provider, String signed) {
        return shop.world
                .post(
                        "/v1/payments/" + provider + "/confirm",
                        "{\"signedRequest\":\"%s\"}".formatted(signed))
                .as(player)
                .send();
    }

    private static String dialog(String payment, String order) {
        return sign(
                """
                {"algorithm":"HMAC-SHA256","amount":"1.99","currency":"USD","issued_at":%d,"payment_id":%s,
                "quantity":"1","request_id":"%s","status":"completed"}\
                """
                        .formatted(Instant.now().getEpochSecond(), payment, order));
    }

    private static String purchase(String payment, String token, String action, String amount) {
        return """
        {"algorithm":"HMAC-SHA256","app_id":"1234567890","is_consumed":false,"issued_at":1800000000,\
        "payment_action_type":"%s","payment_id":"%s","product_id":"gems_100",\
        "purchase_price":{"amount":"%s","currency":"USD"},"purchase_time":1799999990.0,\
        "purchase_token":"%s"}\
        """
                .formatted(action, payment, amount, token);
    }

    private static String question(String currency, Instant at) {
        return """
        {"algorithm":"HMAC-SHA256","issued_at":%d,"payment":{"product":"%s","quantity":"10",
        "user_currency":"%s","request_id":"ord2671"},"user_id":"218471"}\
        """
                .formatted(at.getEpochSecond(), PRODUCT.replace("/", "\\/"), currency);
    }

    private static String sign(String payload) {
        return MetaSigning.sign(payload.getBytes(UTF_8), World.FACEBOOK_SECRET);
    }

    private static String actions(String payment) {
        return "{\"object\":\"payments\",\"entry\":[{\"id\":\"%s\",\"time\":1347996346,\"changed_fields\":[\"actions\"]}]}"
                .formatted(payment);
    }

    /// What was counted meanwhile.
    private String notice(String provider, String body) {
        String hex =
                HexFormat.of()
                        .formatHex(MetaSigning.hmac(body.getBytes(UTF_8), World.FACEBOOK_SECRET));
        var got =
                shop.world
                        .post("/v1/payments/" + provider + "/webhook", body)
                        .header("x-hub-signature-256", "sha256=" + hex)
                        .send();
        assertThat(got.status()).isEqualTo(200);
        return String.join("", shop.work().lines());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
