package games.drawbridge.model.finance;

import java.math.BigDecimal;
import java.time.LocalDate;

/// What one euro was on a day.
///
/// @param perEuro units of the currency
/// @param source who says so: `ecb`
public record Rate(Currency currency, LocalDate day, BigDecimal perEuro, String source) {

    /// @throws IllegalArgumentException when the rate is not positive
    public Rate {
        if (perEuro.signum() <= 0) throw new IllegalArgumentException("not a rate: " + perEuro);
    }
}
