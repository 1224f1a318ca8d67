package games.drawbridge.model.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How an order stands, as its player reads it.
public enum Status {
    /// Nobody has paid yet.
    PENDING,
    /// Paid, and the player has what was bought.
    FULFILLED,
    /// All of the money went back.
    REFUNDED,
    /// The payer complains, or the bank has taken the money back and it may still come again.
    DISPUTED,
    /// It was not paid and will not be.
    FAILED;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException when there is no such status
    @JsonCreator
    public static Status of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
