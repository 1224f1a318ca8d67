package games.drawbridge.model.finance;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Where the money of a movement goes, in minor units, signed: what comes in is positive. Always
/// gross = tax + fee + net.
public record Split(Currency currency, int exponent, long gross, long tax, long fee, long net) {

    /// @throws IllegalArgumentException when gross is not the sum of the others
    /// @throws ArithmeticException when the sum is too much to count
    public Split {
        if (gross != Math.addExact(Math.addExact(tax, fee), net))
            throw new IllegalArgumentException(
                    "%d is not %d + %d + %d".formatted(gross, tax, fee, net));
        if (exponent < 0 || exponent > Money.MOST_DECIMALS)
            throw new IllegalArgumentException("not an exponent: " + exponent);
    }

    /// A charge, its fee rounded half-even; net is what stays.
    ///
    /// @param tax in minor units
    public static Split charge(Money gross, long tax, FeeTerms terms) {
        long base =
                switch (terms.base()) {
                    case GROSS -> gross.minor();
                    case GROSS_WITHOUT_TAX -> Math.subtractExact(gross.minor(), tax);
                };
        long fee = rounded(BigDecimal.valueOf(base).multiply(terms.rate()));
        return of(gross, tax, fee);
    }

    /// A fee of its own, such as a dispute's: nothing comes in, and net pays for it.
    public static Split fee(Money fee) {
        return of(new Money(0, fee.currency(), fee.exponent()), 0, fee.minor());
    }

    /// A change to what was booked, of which net is the rest.
    public static Split of(Money gross, long tax, long fee) {
        long net = Math.subtractExact(Math.subtractExact(gross.minor(), tax), fee);
        return new Split(gross.currency(), gross.exponent(), gross.minor(), tax, fee, net);
    }

    /// What goes back of this: tax and fee in proportion, half-even, and with the last of it all
    /// that was left, so that the parts of a charge always sum up to it. What goes back beyond the
    /// charge has neither tax nor fee.
    ///
    /// @param amount in minor units, positive
    /// @return negative
    public Split back(long amount, FeeTerms terms) {
        if (amount <= 0) throw new IllegalArgumentException("nothing goes back: " + amount);
        long backTax = part(tax, amount);
        long backFee = terms.returned() ? part(fee, amount) : 0;
        return of(new Money(-amount, currency, exponent), -backTax, -backFee);
    }

    private long part(long whole, long amount) {
        if (amount >= gross) return whole;
        return rounded(
                BigDecimal.valueOf(whole)
                        .multiply(BigDecimal.valueOf(amount))
                        .divide(BigDecimal.valueOf(gross), 0, RoundingMode.HALF_EVEN));
    }

    /// What is left when another has happened too: a charge and its refunds.
    ///
    /// @throws IllegalArgumentException when they are not counted alike
    public Split plus(Split other) {
        if (!currency.equals(other.currency) || exponent != other.exponent)
            throw new IllegalArgumentException(this + " and " + other);
        return new Split(
                currency,
                exponent,
                Math.addExact(gross, other.gross),
                Math.addExact(tax, other.tax),
                Math.addExact(fee, other.fee),
                Math.addExact(net, other.net));
    }

    /// The other way round: a chargeback that is reversed.
    public Split negated() {
        return of(
                new Money(Math.negateExact(gross), currency, exponent),
                Math.negateExact(tax),
                Math.negateExact(fee));
    }

    private static long rounded(BigDecimal minor) {
        return minor.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
