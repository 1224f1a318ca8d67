package games.drawbridge.functions.email;

import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.store.Catalogue.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// That somebody has paid, as it is told to them.
///
/// @param order letters and digits
/// @param locale of the order; absent: the player's
record Confirmation(
        PlayerId player,
        String order,
        String sku,
        Money money,
        Instant at,
        @Nullable String locale) {
    private static final Set<Currency> CURRENCIES = Currency.getAvailableCurrencies();

    /// As it is written down.
    private record Written(
            String player,
            String order,
            String sku,
            Money money,
            String at,
            @Nullable String locale) {}

    /// @param json as in an order's outbox
    static Confirmation of(String json) {
        var written = JsonText.read(json, Written.class);
        return new Confirmation(
                new PlayerId(written.player),
                written.order,
                written.sku,
                written.money,
                Instant.parse(written.at),
                written.locale);
    }

    Letter letter(Phrases phrases) {
        var values =
                Map.of(
                        "item", phrases.find("item." + sku).orElse(sku),
                        "price", price(phrases.locale()),
                        "order", order,
                        "date",
                                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                        .withLocale(phrases.locale())
                                        .format(at.atOffset(ZoneOffset.UTC)));
        return Letter.of(
                phrases,
                phrases.say("confirmation.subject", values),
                phrases.sayAll("confirmation", values));
    }

    /// In the way of the language; money that ISO 4217 does not know, in its smallest units.
    private String price(Locale locale) {
        return CURRENCIES.stream()
                .filter(each -> each.getCurrencyCode().equals(money.currency()))
                .findFirst()
                .map(currency -> price(locale, currency))
                .orElseGet(() -> money.amount() + " " + money.currency());
    }

    private String price(Locale locale, Currency currency) {
        var format = NumberFormat.getCurrencyInstance(locale);
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        format.setCurrency(currency);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.amount(), digits));
    }
}
