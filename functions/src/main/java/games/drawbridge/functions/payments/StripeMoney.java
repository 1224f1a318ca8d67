package games.drawbridge.functions.payments;

import games.drawbridge.model.finance.Currency;
import games.drawbridge.model.finance.ProviderName;
import games.drawbridge.model.store.Catalogue.Money;
import java.math.BigDecimal;
import java.util.Locale;

/// Money as Stripe counts it, which is not always as ISO 4217 does.
final class StripeMoney {
    private StripeMoney() {}

    static String currency(Money money) {
        return money.currency().toLowerCase(Locale.ROOT);
    }

    static long amount(Money money) {
        return BigDecimal.valueOf(money.amount())
                .scaleByPowerOfTen(shift(new Currency(money.currency())))
                .longValueExact();
    }

    /// @throws ArithmeticException when Stripe counts finer than the currency has coins
    static Money of(long amount, String currency) {
        var iso = new Currency(currency.toUpperCase(Locale.ROOT));
        long minor = BigDecimal.valueOf(amount).scaleByPowerOfTen(-shift(iso)).longValueExact();
        return new Money(minor, iso.code());
    }

    private static int shift(Currency currency) {
        return ProviderName.STRIPE.exponent(currency) - currency.exponent();
    }
}
