package games.drawbridge.functions.payments;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.testkit.Ledger;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whoever dies, and wherever: charged is granted, once, refunded is taken back, once, and one
/// letter tells of it. `./drawbridge faults money` dies a hundred times at each step of a
/// provider's sale, a third of them in each way; a build only at some of them. A class a provider:
/// they run side by side.
abstract class CrashTest {
    private static final int ROUNDS =
            Math.ceilDiv(Integer.getInteger("rounds", 1), Sale.Then.values().length);
    private static final int STRIDE = Integer.getInteger("stride", 10);

    final Shop shop = new Shop();
    private final String provider;
    private final Function<Shop, Till> till;

    /// @param provider as the scenario's name has it
    /// @param till where it is paid
    CrashTest(String provider, Function<Shop, Till> till) {
        this.provider = provider;
        this.till = till;
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @EnumSource
    void aFunctionMayDieAfterEveryStep(Sale.Then then) {
        var record = new MoneyRecord(provider + "-" + then.name().toLowerCase(Locale.ROOT));
        int sales = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int steps = (round + then.ordinal()) % STRIDE;
            for (boolean died = true; died; steps += STRIDE) {
                var sale = new Sale(shop, till.apply(shop), "player" + sales++, then);
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
}
