package games.drawbridge.functions.payments;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.email.AddressTable;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.StripeDouble;
import games.drawbridge.model.player.PlayerId;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StripePaymentsTest {
    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aPackIsPaidToldAndGrantedOnceHoweverOftenItIsTold() {
        var placed = shop.order("ann", "k1");
        assertThat(placed.status()).isEqualTo(201);
        String order = placed.text("/orderId");
        String session = placed.text("/checkout/sessionId");
        assertThat(placed.text("/checkout/url")).contains(session);
        assertThat(shop.status("ann", order)).isEqualTo("pending");
        assertThat(shop.show("bob", order).outcome()).isEqualTo("404 not-found");

        String intent = shop.stripe.pay(session);
        for (int n = 0; n < 3; n++)
            shop.told("checkout.session.completed", "checkout.session", session, intent);
        assertThat(shop.confirm("ann", session).text("/status")).isEqualTo("fulfilled");
        assertThat(shop.confirm("bob", session).outcome()).isEqualTo("409 wrong-player");

        assertThat(shop.gems("ann")).isEqualTo(100);
        assertThat(shop.show("ann", order).at("/paid/amount").asLong()).isEqualTo(199);
        assertThat(shop.rows("ACTION#")).isEqualTo(1);
        assertThat(shop.rows("OUTBOX#")).isEqualTo(1);
        assertThat(shop.rows("MOVEMENT#")).isEqualTo(1);
        Ledger.of(shop.world).holds();
    }

    @Test
    void theConfirmationGoesWhereThePayerSaid() {
        String session = shop.order("ann", "k1").text("/checkout/sessionId");
        shop.stripe.payer(session, "ann@example.com");
        shop.told(
                "checkout.session.completed",
                "checkout.session",
                session,
                shop.stripe.pay(session));
        shop.confirm("ann", session);
        var addresses = new AddressTable(shop.aws("WorkNotices"));
        assertThat(addresses.of(new PlayerId("ann")))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.address().value()).isEqualTo("ann@example.com");
                    assertThat(it.source()).isEqualTo("checkout");
                    assertThat(it.verified()).isFalse();
                });
        shop.sweepConfirmations();
        assertThat(shop.world.ses().sentTo("ann@example.com")).hasSize(1);
    }

    @Test
    void theSameWishIsTheSameOrderAndAnotherOneUnderItsKeyAMistake() {
        var first = shop.order("ann", "k1");
        assertThat(shop.order("ann", "k1").body()).isEqualTo(first.body());
        assertThat(shop.order("bob", "k1").text("/orderId")).isNotEqualTo(first.text("/orderId"));
        assertThat(
                        shop.order(
                                        "ann",
                                        "k1",
                                        "{\"sku\":\"gems_600\",\"quantity\":1,\"provider\":\"stripe\"}")
                                .outcome())
                .isEqualTo("422 idempotency-mismatch");
        var clicks = AtOnce.times(8, _ -> shop.order("ann", "k2"));
        assertThat(clicks)
                .extracting(got -> got.status() == 201 ? got.body() : "busy")
                .filteredOn(body -> !body.equals("busy"))
                .isNotEmpty()
                .containsOnly(shop.order("ann", "k2").body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"sku":"gems_1","quantity":1,"provider":"stripe"}    | 404 not-found
                    {"sku":"gems_100","quantity":0,"provider":"stripe"}  | 400 bad-input
                    {"sku":"gems_100","quantity":101,"provider":"stripe"}| 400 bad-input
                    {"sku":"gems_100","quantity":1,"provider":"paypal"}  | 404 not-found
                    {"sku":"gems_100","quantity":1}                      | 400 bad-input
                    []                                                   | 400 bad-input
                    """)
    void aWishThatIsNoneIsRefused(String body, String outcome) {
        assertThat(shop.order("ann", "k1", body).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    another secret  | 0    | 401 signature
                    whsec_of_a_test | -301 | 401 stale
                    whsec_of_a_test | 330  | 401 stale
                    """)
    void whatStripeDidNotSignNowIsRefusedAndCounted(String secret, int seconds, String outcome) {
        String event =
                shop.stripe.event("checkout.session.completed", "checkout.session", "cs_1", null);
        var got = shop.tell(event, Instant.now().plusSeconds(seconds), secret);
        assertThat(got.outcome()).isEqualTo(outcome);
        assertThat(got.log()).hasSize(1);
        assertThat(got.log().getFirst())
                .contains("\"PaymentRefused\":1", "\"code\":\"" + outcome.substring(4) + "\"");
        assertThat(shop.rows("NOTICE#")).isZero();
    }

    @Test
    void aNoticeIsNoLargerThanARowHolds() {
        String body =
                "{\"id\":\"evt_1\",\"type\":\"x\",\"more\":\"" + "x".repeat(256 * 1024) + "\"}";
        assertThat(shop.tell(body, Instant.now(), StripeDouble.WEBHOOK_SECRET).outcome())
                .isEqualTo("413 too-big");
    }

    @Test
    void aRefundTakesBackOnceAndWhatIsSpentIsOwed() {
        String session = shop.order("ann", "k1").text("/checkout/sessionId");
        String intent = shop.stripe.pay(session);
        shop.told("checkout.session.completed", "checkout.session", session, intent);

        String refund = shop.stripe.refund(intent, 100, "pending");
        shop.told("refund.created", "refund", refund, intent);
        assertThat(shop.gems("ann")).as("not before the money went").isEqualTo(100);
        shop.stripe.refundBecomes(intent, refund, "succeeded");
        shop.told("refund.updated", "refund", refund, intent);
        shop.told("charge.refunded", "charge", "ch_1", intent);
        assertThat(shop.gems("ann")).as("99 of 199 cents are left").isEqualTo(49);

        assertThat(shop.world.told()).containsExactly("ann {\"gems\":100}");

        shop.stripe.refundBecomes(intent, refund, "failed");
        shop.told("refund.failed", "refund", refund, intent);
        assertThat(shop.gems("ann")).isEqualTo(100);
        assertThat(shop.world.told()).as("they are back").endsWith("ann {\"gems\":51}");
        Ledger.of(shop.world).holds();
    }

    @Test
    void theFirstPurchaseOfAPackBringsItsExtraOnceHoweverManyArePaidAtOnce() {
        String wish = "{\"sku\":\"gems_600\",\"quantity\":1,\"provider\":\"stripe\"}";
        var sessions =
                AtOnce.times(3, n -> shop.order("ann", "k" + n, wish).text("/checkout/sessionId"));
        var intents = sessions.stream().map(shop.stripe::pay).toList();
        AtOnce.times(3, n -> shop.confirm("ann", sessions.get(n)).status());
        sessions.forEach(session -> shop.confirm("ann", session));
        assertThat(shop.gems("ann")).isEqualTo(3 * 600 + 60);

        for (int n = 0; n < 3; n++) {
            shop.stripe.refund(intents.get(n), 999, "succeeded");
            shop.confirm("ann", sessions.get(n));
        }
        assertThat(shop.gems("ann")).as("the extra goes with what brought it").isZero();
        Ledger.of(shop.world).holds();
    }

    @Test
    void aDisputeTakesTheGoodsAndAWonOneGivesThemBack() {
        var placed = shop.order("ann", "k1");
        String order = placed.text("/orderId");
        String session = placed.text("/checkout/sessionId");
        String intent = shop.stripe.pay(session);
        String dispute = shop.stripe.dispute(intent, 199);
        shop.told("charge.dispute.created", "dispute", dispute, intent);
        assertThat(shop.status("ann", order)).isEqualTo("disputed");
        assertThat(shop.gems("ann")).isZero();

        shop.stripe.decide(intent, dispute, true);
        shop.told("charge.dispute.closed", "dispute", dispute, intent);
        assertThat(shop.status("ann", order)).isEqualTo("fulfilled");
        assertThat(shop.gems("ann")).isEqualTo(100);
        assertThat(shop.rows("MOVEMENT#")).as("charge, chargeback, reversal, fee").isEqualTo(4);
        Ledger.of(shop.world).holds();
    }

    @Test
    void moneyThatWasNotAskedForIsHeldAndGrantsNothing() {
        var placed = shop.order("ann", "k1");
        String session = placed.text("/checkout/sessionId");
        String intent = shop.stripe.pay(session, 1, "usd");
        var got = shop.confirm("ann", session);
        assertThat(got.outcome()).isEqualTo("422 wrong-amount");
        assertThat(got.log().toString()).contains("\"PaymentRefused\":1");
        assertThat(shop.gems("ann")).isZero();
        assertThat(shop.status("ann", placed.text("/orderId"))).isEqualTo("pending");

        shop.stripe.refund(intent, 1, "succeeded");
        shop.confirm("ann", session);
        assertThat(shop.status("ann", placed.text("/orderId"))).isEqualTo("refunded");
        assertThat(shop.gems("ann")).isZero();
        Ledger.of(shop.world).holds();
    }

    @Test
    void whatStripeChargedWithoutOurKnowingIsServedToo() {
        String session = shop.stripe.strange("ann", "gems_100", 2, 398);
        String intent = shop.stripe.pay(session);
        shop.told("checkout.session.completed", "checkout.session", session, intent);
        shop.told("checkout.session.completed", "checkout.session", session, intent);
        assertThat(shop.gems("ann")).isEqualTo(200);
        Ledger.of(shop.world).holds();
    }

    @Test
    void aSessionThatNobodyPaidFails() {
        var placed = shop.order("ann", "k1");
        String session = placed.text("/checkout/sessionId");
        shop.stripe.expire(session);
        shop.told("checkout.session.expired", "checkout.session", session, null);
        assertThat(shop.status("ann", placed.text("/orderId"))).isEqualTo("failed");
    }

    @Test
    void whereNoNoticeComesTheProviderIsAsked() {
        var placed = shop.order("ann", "k1");
        String order = placed.text("/orderId");
        shop.stripe.pay(placed.text("/checkout/sessionId"));
        shop.reconcile();
        assertThat(shop.status("ann", order)).as("not due yet").isEqualTo("pending");

        make(order, "due", Instant.now().minusSeconds(1));
        assertThat(shop.reconcile().lines()).isEmpty();
        assertThat(shop.status("ann", order)).isEqualTo("fulfilled");
        assertThat(shop.gems("ann")).isEqualTo(100);

        int asked = shop.stripe.asked();
        shop.reconcile();
        assertThat(shop.stripe.asked()).as("nothing is due").isEqualTo(asked);
    }

    @Test
    void aProviderThatIsAwayIsAskedAgain() {
        var placed = shop.order("ann", "k1");
        String session = placed.text("/checkout/sessionId");
        shop.stripe.pay(session);
        shop.stripe.goDown(true);
        assertThat(shop.confirm("ann", session).outcome()).isEqualTo("503 provider-away");
        assertThat(shop.order("ann", "k2").outcome()).isEqualTo("503 provider-away");
        make(placed.text("/orderId"), "due", Instant.now().minusSeconds(1));
        assertThat(shop.reconcile().lines()).hasSize(1);
        shop.stripe.goDown(false);
        assertThat(shop.order("ann", "k2").status()).isEqualTo(201);
        make(placed.text("/orderId"), "due", Instant.now().minusSeconds(1));
        shop.reconcile();
        assertThat(shop.gems("ann")).isEqualTo(100);
    }

    @Test
    void manyNoticesAndClicksAtOnceGrantOnce() {
        var sessions = AtOnce.times(5, n -> shop.order("ann", "k" + n).text("/checkout/sessionId"));
        sessions.forEach(shop.stripe::pay);
        var outcomes = AtOnce.times(30, n -> shop.confirm("ann", sessions.get(n % 5)).outcome());
        assertThat(outcomes).allMatch(it -> it.equals("200") || it.equals("503 busy"));
        sessions.forEach(session -> shop.confirm("ann", session));
        assertThat(shop.gems("ann")).isEqualTo(500);
        assertThat(shop.rows("ACTION#")).isEqualTo(5);
        Ledger.of(shop.world).holds();
    }

    private void make(String order, String name, Instant when) {
        shop.world
                .tables()
                .set(
                        "Purchases",
                        "ORDER#" + order,
                        "HEAD",
                        name,
                        AttributeValue.fromN("" + when.toEpochMilli()));
    }
}
