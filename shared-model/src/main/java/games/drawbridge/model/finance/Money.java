package games.drawbridge.model.finance;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount of a real currency.
///
/// @param minor how many minor units
/// @param exponent 10 to this power of them make a whole one
public record Money(long minor, Currency currency, int exponent) {
    /// More decimals than any currency or provider has (Apple's thousandths are three).
    static final int MOST_DECIMALS = 6;

    /// @throws IllegalArgumentException when the exponent is none
    public Money {
        if (exponent < 0 || exponent > MOST_DECIMALS)
            throw new IllegalArgumentException("not an exponent: " + exponent);
    }

    /// What a provider's text says: `4.99`, `1000`.
    ///
    /// @throws ArithmeticException when it says more decimals than the currency has there
    /// @throws NumberFormatException when it is no number
    public static Money parse(String text, Currency currency, ProviderName provider) {
        int exponent = provider.exponent(currency);
        return of(new BigDecimal(text), currency, exponent, RoundingMode.UNNECESSARY);
    }

    /// @throws ArithmeticException when it is too much to count
    static Money of(BigDecimal whole, Currency currency, int exponent, RoundingMode rounding) {
        var minor = whole.movePointRight(exponent).setScale(0, rounding).longValueExact();
        return new Money(minor, currency, exponent);
    }

    public BigDecimal whole() {
        return BigDecimal.valueOf(minor, exponent);
    }

    /// As a statement shows it: `4.99`.
    public String decimal() {
        return whole().toPlainString();
    }
}
