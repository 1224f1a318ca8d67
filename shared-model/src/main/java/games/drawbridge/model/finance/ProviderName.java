package games.drawbridge.model.finance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/// Who took the money, with what the books must know of each: in which zone its days are, and where
/// it counts a currency otherwise than ISO 4217.
public enum ProviderName {
    /// Facebook on the web. Its reports' days are Pacific ones, and it sends whole Taiwan dollars.
    FACEBOOK("facebook", ZoneId.of("America/Los_Angeles")),

    /// Facebook's Instant Games, settled in the same reports.
    INSTANT("instant", ZoneId.of("America/Los_Angeles")),

    /// Stripe still sends króna and Ugandan shilling with two decimals.
    STRIPE("stripe", ZoneOffset.UTC);

    private final String word;
    private final ZoneId zone;

    ProviderName(String word, ZoneId zone) {
        this.word = word;
        this.zone = zone;
    }

    /// As it stands in tables and files.
    public String word() {
        return word;
    }

    /// @throws IllegalArgumentException when none is called so
    public static ProviderName of(String word) {
        return Stream.of(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a provider: " + word));
    }

    /// Decimals of the minor unit as this provider counts.
    public int exponent(Currency currency) {
        return switch (this) {
            case FACEBOOK, INSTANT -> currency.code().equals("TWD") ? 0 : currency.exponent();
            case STRIPE ->
                    switch (currency.code()) {
                        case "ISK", "UGX" -> 2;
                        default -> currency.exponent();
                    };
        };
    }

    /// In which of the provider's days something happened.
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
