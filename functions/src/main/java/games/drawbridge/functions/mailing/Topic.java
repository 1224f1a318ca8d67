package games.drawbridge.functions.mailing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What may be written about.
enum Topic {
    NEWS,
    EVENTS,
    OFFERS;

    /// @throws IllegalArgumentException when it is none
    static Topic of(String word) {
        for (Topic each : values()) if (each.word().equals(word)) return each;
        throw new IllegalArgumentException(word);
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
