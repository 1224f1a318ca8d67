package games.drawbridge.functions.payments;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.StripeDouble;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StripeCrashTest extends CrashTest {
    StripeCrashTest() {
        super("stripe", StripeTill::new);
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
}
