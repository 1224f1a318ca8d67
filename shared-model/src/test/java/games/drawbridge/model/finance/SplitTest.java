package games.drawbridge.model.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {
    private static final Currency EUR = new Currency("EUR");
    private static final FeeTerms OF_NET =
            new FeeTerms(new BigDecimal("0.30"), FeeTerms.Base.GROSS_WITHOUT_TAX, true);

    @ParameterizedTest
    @CsvSource({
        "499, 80, GROSS_WITHOUT_TAX, 126, 293",
        "499, 80, GROSS, 150, 269",
        // halves go to the even neighbour
        "5, 0, GROSS, 2, 3",
        "15, 0, GROSS, 4, 11",
        "0, 0, GROSS, 0, 0"
    })
    void aChargeIsTaxAndFeeAndNet(long gross, long tax, FeeTerms.Base base, long fee, long net) {
        var terms = new FeeTerms(new BigDecimal("0.30"), base, true);
        assertThat(Split.charge(new Money(gross, EUR, 2), tax, terms))
                .isEqualTo(new Split(EUR, 2, gross, tax, fee, net));
    }

    @Test
    void whatDoesNotAddUpIsNoSplit() {
        assertThatThrownBy(() -> new Split(EUR, 2, 499, 80, 126, 294))
                .hasMessage("499 is not 80 + 126 + 294");
        assertThatThrownBy(() -> new Split(EUR, 2, 0, Long.MAX_VALUE, 1, 0))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theRefundsOfAChargeAddUpToIt() {
        var dice = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int n = 0; n < 2_000; n++) {
            long gross = 1 + dice.nextLong(100_000);
            var charge =
                    Split.charge(new Money(gross, EUR, 2), dice.nextLong(1 + gross / 4), OF_NET);
            var left = charge;
            while (left.gross() > 0) {
                var back = left.back(1 + dice.nextLong(left.gross()), OF_NET);
                assertThat(back.gross()).isNegative();
                left = left.plus(back);
                assertThat(left.tax()).isBetween(0L, charge.tax());
                assertThat(left.fee()).isBetween(0L, charge.fee());
            }
            assertThat(left).isEqualTo(new Split(EUR, 2, 0, 0, 0, 0));
        }
    }

    @Test
    void aFeeThatIsNotReturnedStaysWithTheProvider() {
        var kept = new FeeTerms(new BigDecimal("0.03"), FeeTerms.Base.GROSS, false);
        var charge = Split.charge(new Money(1000, EUR, 2), 190, kept);
        var back = charge.back(1000, kept);
        assertThat(back).isEqualTo(new Split(EUR, 2, -1000, -190, 0, -810));
        assertThat(charge.plus(back)).isEqualTo(new Split(EUR, 2, 0, 0, 30, -30));
    }

    @Test
    void whatGoesBackBeyondTheChargeHasNoTax() {
        var nothing = new Split(EUR, 2, 0, 0, 0, 0);
        assertThat(nothing.back(500, OF_NET)).isEqualTo(new Split(EUR, 2, -500, 0, 0, -500));
    }

    @Test
    void otherCurrenciesAndOtherExponentsDoNotAddUp() {
        var euro = new Split(EUR, 2, 0, 0, 0, 0);
        assertThatThrownBy(() -> euro.plus(new Split(EUR, 3, 0, 0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euro.plus(new Split(new Currency("USD"), 2, 0, 0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
