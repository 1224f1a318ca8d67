package games.drawbridge.it;

import static games.drawbridge.it.Players.guest;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import games.drawbridge.bots.Account;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Packs for real money, through the front door and against the doubles: from the order to the
/// wallet by notice alone, and back.
class PaymentsTest {

    @BeforeAll
    static void frontDoor() {
        RestAssured.baseURI = TheWorld.origin().toString();
    }

    @Test
    void aStripeCheckoutIsPaidToldThreeTimesGrantedOnceAndRefundedBySupport() {
        var ann = guest();
        var placed = order(ann, "stripe");
        String order = placed.path("orderId");
        given().get((String) placed.path("checkout.url"))
                .then()
                .statusCode(200)
                .body(containsString("Pay 199 usd"));
        json().body(
                        Map.of(
                                "orderId",
                                order,
                                "outcome",
                                "paid",
                                "notices",
                                Map.of("repeat", 3, "seed", 7)))
                .post("/_local/stripe/checkout")
                .then()
                .statusCode(200);
        becomes(ann, order, "fulfilled");
        assertThat(gems(ann)).isEqualTo(100);

        support()
                .header("idempotency-key", UUID.randomUUID().toString())
                .body(Map.of("reason", "asked for it"))
                .post("/v1/admin/payments/" + order + "/refund")
                .then()
                .statusCode(200)
                .body("order.status", is("refunded"));
        assertThat(gems(ann)).isZero();
    }

    @Test
    void aCanvasPaymentIsGrantedTakenBackByTheBankAndGivenBack() {
        var ann = guest();
        String order = order(ann, "facebook").path("orderId");
        String payment =
                json().body(
                                Map.of(
                                        "user", "218471",
                                        "sku", "gems_100",
                                        "requestId", order,
                                        "currency", "USD",
                                        "amount", "1.99"))
                        .post("/_local/facebook/payments")
                        .path("paymentId");
        becomes(ann, order, "fulfilled");
        happens(payment, "chargeback", Map.of("repeat", 2));
        becomes(ann, order, "disputed");
        assertThat(gems(ann)).isZero();
        happens(payment, "reversal", Map.of());
        becomes(ann, order, "fulfilled");
        assertThat(gems(ann)).isEqualTo(100);
    }

    @Test
    void anInstantPurchaseIsGrantedByItsProofThoughItsNoticeIsLost() {
        var ann = guest();
        var wish = new HashMap<String, Object>();
        wish.put("instant", true);
        wish.put("sku", "gems_100");
        wish.put("currency", "EUR");
        wish.put("amount", "1.99");
        wish.put("notices", Map.of("drop", true));
        String signed = json().body(wish).post("/_local/facebook/payments").path("signedRequest");
        for (int n = 0; n < 2; n++)
            as(ann).body(Map.of("signedRequest", signed))
                    .post("/v1/payments/instant/confirm")
                    .then()
                    .statusCode(200)
                    .body("status", is("fulfilled"));
        assertThat(gems(ann)).isEqualTo(100);
    }

    private static Response order(Account who, String provider) {
        var placed =
                as(who).header("idempotency-key", UUID.randomUUID().toString())
                        .body(Map.of("sku", "gems_100", "quantity", 1, "provider", provider))
                        .post("/v1/payments/orders");
        placed.then().statusCode(201);
        return placed;
    }

    private static void happens(String payment, String what, Map<String, Object> notices) {
        json().body(Map.of("notices", notices))
                .post("/_local/facebook/payments/" + payment + "/" + what)
                .then()
                .statusCode(200);
    }

    private static void becomes(Account who, String order, String status) {
        Await.until(
                () -> status.equals(as(who).get("/v1/payments/orders/" + order).path("status")));
    }

    private static int gems(Account who) {
        Integer gems = as(who).get("/v1/wallet").path("balances.gems");
        return gems == null ? 0 : gems;
    }

    private static RequestSpecification json() {
        return given().contentType("application/json");
    }

    private static RequestSpecification as(Account who) {
        return json().header("authorization", "Bearer " + who.token());
    }

    private static RequestSpecification support() {
        String token =
                json().body(Map.of("roles", List.of("support")))
                        .post("/_local/tokens")
                        .path("accessToken");
        return json().header("authorization", "Bearer " + token);
    }
}
