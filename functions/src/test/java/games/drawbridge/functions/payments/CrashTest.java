package games.drawbridge.functions.payments;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.StripeDouble;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Whoever dies, and wherever: charged is granted, once, and refunded is taken back, once.
class CrashTest {
    private final Shop shop = new Shop();
    private boolean healed;

    @AfterEach
    void close() {
        shop.close();
    }

    /// Order, charge, notice and grant, then refund and take-back; the function that is at work
    /// dies after each of its calls of DynamoDB in turn, and what a client, a provider or the
    /// stream says again is said again.
    @Test
    void aFunctionMayDieAfterEveryStep() {
        int steps = 0;
        for (boolean died = true; died; steps++) {
            String player = "player" + steps;
            died = dies(player, steps);
            assertThat(shop.gems(player)).as("died after %s steps", steps).isEqualTo(50);
        }
        assertThat(steps).as("the steps that there are").isGreaterThan(15);
        assertThat(shop.rows("ACTION#")).isEqualTo(2L * steps);
        assertThat(shop.rows("MOVEMENT#")).isEqualTo(2L * steps);
        assertThat(shop.rows("OUTBOX#")).isEqualTo(steps);
        assertThat(shop.pending()).isEmpty();
        Ledger.of(shop.world).holds();
    }

    /// @return whether it came to the step at all
    private boolean dies(String player, int steps) {
        healed = false;
        shop.world.dieAfter(steps);
        String session = until(() -> shop.order(player, "key").text("/checkout/sessionId"));
        String intent = shop.stripe.pay(session);
        tell("checkout.session.completed", "checkout.session", session, intent);
        String refund = shop.stripe.refund(intent, 99, "succeeded");
        tell("refund.created", "refund", refund, intent);
        shop.world.heal();
        return healed;
    }

    private void tell(String type, String object, String id, String intent) {
        String event = shop.stripe.event(type, object, id, intent);
        until(() -> {
            var got = shop.tell(event, Instant.now(), StripeDouble.WEBHOOK_SECRET);
            return got.status() == 200 ? "kept" : "";
        });
        until(() -> shop.works() ? "worked" : "");
    }

    private interface Try {
        String answer();
    }

    /// Says it again after a death.
    private String until(Try something) {
        String answer = something.answer();
        if (!answer.isEmpty()) return answer;
        shop.world.heal();
        healed = true;
        String again = something.answer();
        assertThat(again).isNotEmpty();
        return again;
    }

    @Test
    void everyAnswerMayBeLost() {
        shop.world.losingAnswers();
        String session = shop.order("ann", "k1").text("/checkout/sessionId");
        String intent = shop.stripe.pay(session);
        String event = shop.stripe.event("x", "checkout.session", session, intent);
        shop.tell(event, Instant.now(), StripeDouble.WEBHOOK_SECRET);
        shop.work();
        assertThat(shop.gems("ann")).isEqualTo(100);
        assertThat(shop.status("ann", shop.order("ann", "k1").text("/orderId")))
                .isEqualTo("fulfilled");
        Ledger.of(shop.world).holds();
    }

    @Test
    void manyNoticesClicksAndQuestionsAtOnceGrantOnce() {
        var placed = shop.order("ann", "k1");
        String session = placed.text("/checkout/sessionId");
        String intent = shop.stripe.pay(session);
        AtOnce.times(
                60,
                n -> {
                    String event = shop.stripe.event("x", "checkout.session", session, intent);
                    if (n % 3 == 0) return shop.confirm("ann", session).status();
                    if (n % 3 == 1) return shop.reconcile().lines().size();
                    return shop.tell(event, Instant.now(), StripeDouble.WEBHOOK_SECRET).status();
                });
        while (!shop.pending().isEmpty()) shop.work();
        assertThat(shop.gems("ann")).isEqualTo(100);
        assertThat(shop.rows("ACTION#")).isEqualTo(1);
        assertThat(shop.rows("MOVEMENT#")).isEqualTo(1);
        assertThat(shop.rows("NOTICE#")).isEqualTo(20);
        Ledger.of(shop.world).holds();
    }
}
