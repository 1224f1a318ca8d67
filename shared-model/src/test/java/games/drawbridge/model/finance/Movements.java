package games.drawbridge.model.finance;

import games.drawbridge.model.player.PlayerId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/// Movements for tests.
public final class Movements {
    public static final FeeTerms TERMS =
            new FeeTerms(new BigDecimal("0.30"), FeeTerms.Base.GROSS_WITHOUT_TAX, true);

    private Movements() {}

    /// Ann buys 100 gems for 4.99 euro in Germany.
    public static Movement charge(String payment, Instant bookedAt) {
        var split = Split.charge(new Money(499, new Currency("EUR"), 2), 80, TERMS);
        var rate = new BigDecimal("1.1435");
        var day = LocalDate.parse("2026-10-31");
        return new Movement(
                Movement.Kind.CHARGE,
                bookedAt,
                new Source(
                        ProviderName.FACEBOOK, payment, "charge", bookedAt.minusSeconds(2), false),
                split,
                Settlement.of(split, rate, "facebook", day, new Currency("USD")),
                new Sale(
                        new PlayerId("ann"),
                        "o-" + payment,
                        "gems-100",
                        1,
                        "DE",
                        "DE",
                        "tax_remitted",
                        "bob-s-blog"),
                null);
    }

    /// All of it goes back.
    public static Movement refund(Movement charge, Instant bookedAt) {
        var source = charge.source();
        return new Movement(
                Movement.Kind.REFUND,
                bookedAt,
                new Source(source.provider(), source.payment(), "refund", bookedAt, false),
                charge.split().back(charge.split().gross(), TERMS),
                null,
                charge.sale(),
                new Original(charge.id(), charge.month()));
    }
}
