package games.drawbridge.functions.payments;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.StripeDouble;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever dies, and wherever: charged is granted, once, refunded is taken back, once, and one
/// letter tells of it. `./drawbridge faults money` dies a hundred times at each step; a build only
/// at some of them.
class CrashTest {
    private static final int ROUNDS = Integer.getInteger("rounds", 1);
    private static final int STRIDE = Integer.getInteger("stride", 5);

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    static Stream<Arguments> ways() {
        return Stream.of("stripe", "facebook", "instant")
                .flatMap(provider ->
                        Arrays.stream(Sale.Then.values())
                                .map(then -> Arguments.of(provider, then)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aFunctionMayDieAfterEveryStep(String provider, Sale.Then then) {
        var record = new MoneyRecord(provider + "-" + then.name().toLowerCase(Locale.ROOT));
        int sales = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int steps = (round + then.ordinal()) % STRIDE;
            for (boolean died = true; died; steps += STRIDE) {
                var sale = new Sale(shop, till(provider), "player" + sales++, then);
                var end = sale.happens(steps);
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

    private Till till(String provider) {
        return provider.equals("stripe") ? new StripeTill(shop) : new MetaTill(shop, provider);
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
