package games.drawbridge.functions.payments;

import games.drawbridge.model.finance.Currency;
import games.drawbridge.model.store.Catalogue.Money;
import java.math.BigDecimal;

/// Money as Meta tells it: a decimal number of whole units.
final class MetaMoney {
    private MetaMoney() {}

    /// @throws ArithmeticException when it has more decimals than the currency
    static Money of(BigDecimal whole, String currency) {
        var iso = new Currency(currency);
        return new Money(whole.movePointRight(iso.exponent()).longValueExact(), iso.code());
    }

    static BigDecimal whole(Money money) {
        return BigDecimal.valueOf(money.amount(), new Currency(money.currency()).exponent());
    }
}
