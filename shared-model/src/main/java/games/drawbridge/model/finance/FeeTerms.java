package games.drawbridge.model.finance;

import java.math.BigDecimal;

/// What a provider keeps of a charge.
///
/// @param rate of the base, from 0 to 1: `0.30`
/// @param returned whether it gives the fee back with a refund
public record FeeTerms(BigDecimal rate, Base base, boolean returned) {

    /// What the rate is taken of.
    public enum Base {
        GROSS,
        GROSS_WITHOUT_TAX
    }

    /// @throws IllegalArgumentException when the rate is no part of a whole
    public FeeTerms {
        if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0)
            throw new IllegalArgumentException("not a fee's rate: " + rate);
    }
}
