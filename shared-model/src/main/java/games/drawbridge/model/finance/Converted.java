package games.drawbridge.model.finance;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A sum in minor units of another currency. Each amount is rounded for itself, half-even, so that
/// it is what a calculator says; what then does not add up is named: gross = tax + fee + net +
/// rounding.
public record Converted(long gross, long tax, long fee, long net, long rounding) {
    static final Converted NOTHING = new Converted(0, 0, 0, 0, 0);

    /// @throws IllegalArgumentException when it does not add up
    public Converted {
        if (gross != tax + fee + net + rounding)
            throw new IllegalArgumentException(
                    "%d is not %d + %d + %d + %d".formatted(gross, tax, fee, net, rounding));
    }

    static Converted of(Split split, BigDecimal rate, Currency into) {
        long gross = rounded(split, split.gross(), rate, into);
        long tax = rounded(split, split.tax(), rate, into);
        long fee = rounded(split, split.fee(), rate, into);
        long net = rounded(split, split.net(), rate, into);
        return new Converted(gross, tax, fee, net, gross - tax - fee - net);
    }

    private static long rounded(Split split, long minor, BigDecimal rate, Currency into) {
        var whole = BigDecimal.valueOf(minor, split.exponent()).multiply(rate);
        return Money.of(whole, into, into.exponent(), RoundingMode.HALF_EVEN).minor();
    }

    Converted plus(Converted other) {
        return new Converted(
                Math.addExact(gross, other.gross),
                Math.addExact(tax, other.tax),
                Math.addExact(fee, other.fee),
                Math.addExact(net, other.net),
                Math.addExact(rounding, other.rounding));
    }
}
