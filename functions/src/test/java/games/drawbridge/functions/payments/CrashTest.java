package games.drawbridge.functions.payments;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.StripeDouble;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever dies, and wherever: charged is granted, once, refunded is taken back, once, and one
/// letter tells of it. `./drawbridge faults money` dies a hundred times at each step.
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("rounds", 1);

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @EnumSource
    void aFunctionMayDieAfterEveryStep(Sale.Then then) {
        var record = new MoneyRecord("crashes-" + then.name().toLowerCase(Locale.ROOT));
        int sales = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int steps = 0;
            for (boolean died = true; died; steps++) {
                var end = new Sale(shop, "player" + sales++, then).happens(steps);
                record.crash(steps, end);
                died = end.died();
            }
            assertThat(steps).as("the steps that there are").isGreaterThan(30);
        }
        record.endOfCrashes();
        assertThat(record.wrong()).isEmpty();
        assertThat(shop.rows("ACTION#")).isEqualTo(2L * sales);
        assertThat(shop.rows("MOVEMENT#")).isEqualTo(2L * sales);
        assertThat(shop.rows("OUTBOX#")).isEqualTo(sales);
        assertThat(shop.pending()).isEmpty();
        Ledger.of(shop.world).holds();
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
