package games.drawbridge.local.providers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.Headers;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import io.vertx.core.buffer.Buffer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The doubles of who takes money: their APIs, and what they tell the game.
class PayingTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);
    private static final String TOKEN =
            "access_token=" + LocalSecrets.FACEBOOK_APP + "%7C" + LocalSecrets.FACEBOOK;

    /// @param signature of Stripe or of Meta
    private record Told(String path, String body, String signature) {}

    private final LinkedBlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private HttpServer game;
    private Answerer doubles;
    private volatile int answer = 200;

    @BeforeEach
    void open() throws Exception {
        game = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        game.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var headers = exchange.getRequestHeaders();
                        String stripe = headers.getFirst("stripe-signature");
                        told.add(
                                new Told(
                                        exchange.getRequestURI().getPath(),
                                        new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                                        stripe == null
                                                ? headers.getFirst("x-hub-signature-256")
                                                : stripe));
                        exchange.sendResponseHeaders(answer, -1);
                        answer = 200;
                    }
                });
        game.start();
        String origin = "http://127.0.0.1:" + game.getAddress().getPort();
        doubles =
                Doubles.at(origin, new SecureRandom(), InstantSource.fixed(NOW))
                        .before(_ -> Response.empty(418));
    }

    @AfterEach
    void close() {
        game.stop(0);
    }

    @Test
    void aCheckoutIsPaidToldAndReadAsStripeHasIt() throws Exception {
        String session = session("order1");
        assertThat(session("order1")).as("the same key opens the same").isEqualTo(session);
        var answer = script("order1", "paid", "{\"repeat\":2}");
        String intent = answer.path("paymentIntent").asText();
        for (int n = 0; n < 2; n++) {
            var notice = next();
            assertThat(notice.path()).isEqualTo("/v1/payments/stripe/webhook");
            String signed = "1800000000." + notice.body();
            assertThat(notice.signature())
                    .isEqualTo("t=1800000000,v1=" + hmac(LocalSecrets.STRIPE_WEBHOOK, signed));
            var event = Json.read(notice.body());
            assertThat(event.path("type").asText()).isEqualTo("checkout.session.completed");
            assertThat(event.at("/data/object/id").asText()).isEqualTo(session);
        }
        var paid = stripe("GET", "checkout/sessions/" + session, "");
        assertThat(paid.path("payment_status").asText()).isEqualTo("paid");
        assertThat(paid.at("/metadata/player").asText()).isEqualTo("ann");
        assertThat(stripe("GET", "checkout/sessions", "payment_intent=" + intent).at("/data/0"))
                .isEqualTo(paid);
        assertThat(stripe("GET", "payment_intents/" + intent, "").at("/latest_charge/amount"))
                .isEqualTo(Json.read("499"));

        script("order1", "disputed", "{\"drop\":true}");
        script("order1", "won", "{\"drop\":true}");
        var dispute = stripe("GET", "disputes", "payment_intent=" + intent).at("/data/0");
        assertThat(dispute.path("status").asText()).isEqualTo("won");
        assertThat(dispute.path("balance_transactions")).hasSize(2);
        assertThat(told).as("what is dropped is not told").isEmpty();
        stripe("POST", "refunds", "payment_intent=" + intent + "&amount=100");
        assertThat(Json.read(next().body()).path("type").asText()).isEqualTo("refund.created");
    }

    @Test
    void whatTheGameDoesNotTakeComesAgain() throws Exception {
        session("order1");
        answer = 500;
        script("order1", "paid", "{}");
        assertThat(next().body()).isEqualTo(next().body());
    }

    @Test
    void aSeedMakesCopiesOvertakeEachOtherAlwaysInTheSameWay() {
        var asked = Json.read("{\"notices\":{\"repeat\":3,\"delayMs\":10,\"seed\":7}}");
        var delays = Telling.of(asked).delays();
        assertThat(Telling.of(asked).delays()).isEqualTo(delays);
        assertThat(delays).doesNotHaveDuplicates().hasSize(3);
        assertThat(delays).allMatch(delay -> delay.toMillis() >= 10);
    }

    @Test
    void aCanvasPaymentIsToldAndReadAsTheGraphHasIt() throws Exception {
        var paid =
                post(
                        "/_local/facebook/payments",
                        "{\"user\":\"218471\",\"sku\":\"gems_100\",\"requestId\":\"o1\",\"currency\":\"USD\",\"amount\":\"4.99\"}");
        String id = paid.path("paymentId").asText();
        assertThat(paid.path("signedRequest").asText()).contains(".");
        var notice = next();
        assertThat(notice.path()).isEqualTo("/v1/payments/facebook/webhook");
        assertThat(notice.signature())
                .isEqualTo("sha256=" + hmac(LocalSecrets.FACEBOOK, notice.body()));
        assertThat(Json.read(notice.body()).at("/entry/0/changed_fields/0").asText())
                .isEqualTo("actions");
        post("/_local/facebook/payments/" + id + "/dispute", "{}");
        assertThat(Json.read(next().body()).at("/entry/0/changed_fields/0").asText())
                .isEqualTo("disputes");

        graph("POST", id + "/refunds", "currency=USD&amount=1.00&");
        var payment = graph("GET", id, "");
        assertThat(payment.at("/refundable_amount/amount").asText()).isEqualTo("3.99");
        assertThat(payment.at("/actions/0/time_created").asText())
                .isEqualTo("2027-01-15T08:00:00+0000");
        assertThat(payment.at("/items/0/product").asText()).endsWith("/og/gems_100");
        assertThat(graph("POST", id + "/refunds", "currency=USD&amount=4.00&").has("error"))
                .isTrue();
        assertThat(graph("GET", "1", "").at("/error/code").asInt()).isEqualTo(100);
        assertThat(answer("GET", "/_local/graph/" + id, "", "").status()).isEqualTo(400);
    }

    @Test
    void anInstantPurchaseHasATokenAndNoUser() throws Exception {
        var paid =
                post(
                        "/_local/facebook/payments",
                        "{\"instant\":true,\"sku\":\"gems_100\",\"currency\":\"USD\",\"amount\":\"4.99\"}");
        assertThat(paid.path("purchaseToken").asText()).matches("[0-9]{16}");
        assertThat(next().path()).isEqualTo("/v1/payments/instant/webhook");
        assertThat(graph("GET", paid.path("paymentId").asText(), "").has("user")).isFalse();
    }

    private Told next() throws InterruptedException {
        var next = told.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("a notice").isNotNull();
        return next;
    }

    private String session(String order) throws Exception {
        return stripe(
                        "POST",
                        "checkout/sessions",
                        "client_reference_id=%s&line_items%%5B0%%5D%%5Bprice_data%%5D%%5Bunit_amount%%5D=499&line_items%%5B0%%5D%%5Bprice_data%%5D%%5Bcurrency%%5D=usd&metadata%%5Bplayer%%5D=ann"
                                .formatted(order))
                .path("id")
                .asText();
    }

    private JsonNode script(String order, String outcome, String notices) throws Exception {
        return post(
                "/_local/stripe/checkout",
                "{\"orderId\":\"%s\",\"outcome\":\"%s\",\"notices\":%s}"
                        .formatted(order, outcome, notices));
    }

    private JsonNode stripe(String method, String path, String fields) throws Exception {
        boolean asks = method.equals("GET");
        return Json.read(
                answer(method, "/_local/stripe/v1/" + path, asks ? fields : "", asks ? "" : fields)
                        .text());
    }

    private JsonNode graph(String method, String path, String fields) throws Exception {
        boolean asks = method.equals("GET");
        String all = fields + TOKEN;
        return Json.read(
                answer(method, "/_local/graph/v25.0/" + path, asks ? all : "", asks ? "" : all)
                        .text());
    }

    private JsonNode post(String path, String body) throws Exception {
        return Json.read(answer("POST", path, "", body).text());
    }

    private Response answer(String method, String path, String query, String body)
            throws Exception {
        var headers =
                new Headers(
                        List.of(
                                new Headers.Field("host", "localhost:8080"),
                                new Headers.Field(
                                        "authorization", "Bearer " + LocalSecrets.STRIPE_API_KEY),
                                new Headers.Field("idempotency-key", "key of " + body)));
        return doubles.answer(
                new Request(
                        method,
                        path,
                        query,
                        headers,
                        Buffer.buffer(body),
                        "HTTP/1.1",
                        "127.0.0.1"));
    }

    private static String hmac(String secret, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    }
}
