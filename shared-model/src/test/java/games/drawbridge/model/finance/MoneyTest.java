package games.drawbridge.model.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    facebook | EUR | 4.99   | 499    | 2
                    facebook | EUR | 5      | 500    | 2
                    facebook | USD | -4.99  | -499   | 2
                    facebook | JPY | 120    | 120    | 0
                    facebook | JPY | 120.00 | 120    | 0
                    facebook | TWD | 1000   | 1000   | 0
                    stripe   | TWD | 30.00  | 3000   | 2
                    facebook | KWD | 1.500  | 1500   | 3
                    facebook | TND | 9.999  | 9999   | 3
                    facebook | ISK | 600    | 600    | 0
                    stripe   | ISK | 600    | 60000  | 2
                    stripe   | UGX | 5000   | 500000 | 2
                    instant  | UGX | 5000   | 5000   | 0
                    stripe   | CLF | 0.0001 | 1      | 4
                    """)
    void aTextIsCountedAsItsProviderCounts(
            String provider, String currency, String text, long minor, int exponent) {
        var money = Money.parse(text, new Currency(currency), ProviderName.of(provider));
        assertThat(money.minor()).isEqualTo(minor);
        assertThat(money.exponent()).isEqualTo(exponent);
        assertThat(money.whole()).isEqualByComparingTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "facebook, EUR, 4.999",
        "facebook, JPY, 0.5",
        "facebook, TWD, 30.50",
        "facebook, KWD, 0.0001",
        "facebook, EUR, 92233720368547758.08"
    })
    void whatCannotBeCountedIsNotRounded(String provider, String currency, String text) {
        assertThatThrownBy(
                        () -> Money.parse(text, new Currency(currency), ProviderName.of(provider)))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "facebook, 2026-11-01T06:59:59Z, 2026-10-31",
        "facebook, 2026-11-01T07:00:00Z, 2026-11-01",
        // the clocks go back that morning: Pacific midnight is an hour later in UTC
        "facebook, 2026-11-02T07:59:59Z, 2026-11-01",
        "instant, 2026-11-02T08:00:00Z, 2026-11-02",
        "stripe, 2026-11-01T00:00:00Z, 2026-11-01"
    })
    void aProvidersDayIsItsOwn(String provider, Instant at, LocalDate day) {
        assertThat(ProviderName.of(provider).day(at)).isEqualTo(day);
    }
}
