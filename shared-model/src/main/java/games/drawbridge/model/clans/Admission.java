package games.drawbridge.model.clans;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/// How players come into a clan.
public enum Admission {
    /// Whoever wants to, while there is a seat.
    OPEN,
    /// Whoever an officer accepts.
    REQUEST,
    /// Whom an officer has invited.
    INVITE;

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when it is none
    public static Admission of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }
}
