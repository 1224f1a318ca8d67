package games.drawbridge.model.finance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/// What the provider itself makes of a movement in the currency that it pays out.
///
/// @param rate how much of the payout currency one whole unit of the movement's currency is
/// @param source who says so: `facebook`, `stripe`
/// @param day of the rate
/// @param amount of net, in the payout currency
public record Settlement(BigDecimal rate, String source, LocalDate day, Money amount) {

    /// @throws IllegalArgumentException when the rate is not positive
    public Settlement {
        if (rate.signum() <= 0) throw new IllegalArgumentException("not a rate: " + rate);
    }

    /// What a rate makes of a net, half-even.
    public static Settlement of(
            Split split, BigDecimal rate, String source, LocalDate day, Currency currency) {
        var net = new Money(split.net(), split.currency(), split.exponent()).whole();
        var amount =
                Money.of(net.multiply(rate), currency, currency.exponent(), RoundingMode.HALF_EVEN);
        return new Settlement(rate, source, day, amount);
    }
}
