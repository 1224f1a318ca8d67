package games.drawbridge.model.finance;

/// What movements of one currency come to.
///
/// @param split in the finest minor unit that any of them was counted in
/// @param rows how many they are
public record Sum(Split split, long rows) {

    /// Of nothing yet.
    static Sum none(Currency currency) {
        return new Sum(new Split(currency, 0, 0, 0, 0, 0), 0);
    }

    /// With one more.
    ///
    /// @throws ArithmeticException when it is too much to count
    Sum plus(Split other) {
        return plus(new Sum(other, 1));
    }

    /// With those of another sum.
    Sum plus(Sum other) {
        int exponent = Math.max(split.exponent(), other.split.exponent());
        return new Sum(
                finer(split, exponent).plus(finer(other.split, exponent)), rows + other.rows);
    }

    /// In minor units as fine as these.
    Split in(int exponent) {
        return finer(split, exponent);
    }

    private static Split finer(Split split, int exponent) {
        long factor = 1;
        for (int n = split.exponent(); n < exponent; n++) factor *= 10;
        return new Split(
                split.currency(),
                exponent,
                Math.multiplyExact(split.gross(), factor),
                Math.multiplyExact(split.tax(), factor),
                Math.multiplyExact(split.fee(), factor),
                Math.multiplyExact(split.net(), factor));
    }
}
