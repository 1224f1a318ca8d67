package games.drawbridge.functions.finance;

import games.drawbridge.model.finance.Currency;
import games.drawbridge.model.finance.FeeTerms;
import games.drawbridge.model.finance.Money;
import games.drawbridge.model.finance.Movement;
import games.drawbridge.model.finance.Original;
import games.drawbridge.model.finance.ProviderName;
import games.drawbridge.model.finance.Sale;
import games.drawbridge.model.finance.Settlement;
import games.drawbridge.model.finance.Source;
import games.drawbridge.model.finance.Split;
import games.drawbridge.model.player.PlayerId;
import java.math.BigDecimal;
import java.time.Instant;

/// Movements for tests.
final class Sales {
    private static final FeeTerms TERMS =
            new FeeTerms(new BigDecimal("0.30"), FeeTerms.Base.GROSS_WITHOUT_TAX, true);

    private Sales() {}

    /// Gems for 4.99 euro in Germany.
    static Movement charge(String player, String payment, Instant at) {
        var split = Split.charge(new Money(499, new Currency("EUR"), 2), 80, TERMS);
        var source = new Source(ProviderName.FACEBOOK, payment, "charge", at, false);
        var settlement =
                Settlement.of(
                        split,
                        new BigDecimal("1.1435"),
                        "facebook",
                        source.day(),
                        new Currency("USD"));
        var sale =
                new Sale(
                        new PlayerId(player),
                        "o-" + payment,
                        "gems-100",
                        1,
                        "DE",
                        "DE",
                        "tax_remitted",
                        "bobs-blog");
        return new Movement(Movement.Kind.CHARGE, at, source, split, settlement, sale, null);
    }

    /// A part of it goes back.
    static Movement refund(Movement charge, long minor, Instant at) {
        var source = charge.source();
        return new Movement(
                Movement.Kind.REFUND,
                at,
                new Source(source.provider(), source.payment(), "refund", at, false),
                charge.split().back(minor, TERMS),
                null,
                charge.sale(),
                new Original(charge.id(), charge.month()));
    }
}
