package games.drawbridge.model.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import games.drawbridge.model.store.Catalogue.Money;
import java.time.Instant;
import java.util.Locale;

/// One thing that a provider did with a payment. It happens once, however often it is told.
///
/// @param key names it within its payment, for ever; made of what the provider says of it
/// @param money how much it is about, never negative
/// @param at when the provider did it
public record Action(Kind kind, String key, Money money, Instant at) {

    /// What it was.
    public enum Kind {
        /// The payer's money was taken.
        CHARGE,
        /// It was not, and will not be.
        DECLINE,
        /// Money went back because we or the provider wanted it so.
        REFUND,
        /// The payer's bank took money back.
        CHARGEBACK,
        /// Money that was taken back came again: the bank decided so, or a refund failed.
        REVERSAL,
        /// The payer complains. No money moves.
        DISPUTE,
        /// The complaint is decided. What money it moves is an action of its own.
        RESOLUTION;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @throws IllegalArgumentException when there is no such kind
        @JsonCreator
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /// Whether money moves.
        public boolean moves() {
            return switch (this) {
                case CHARGE, REFUND, CHARGEBACK, REVERSAL -> true;
                case DECLINE, DISPUTE, RESOLUTION -> false;
            };
        }
    }

    public Action {
        if (money.amount() < 0) throw new IllegalArgumentException("negative: " + money);
        if (key.isEmpty() || key.length() > 200) throw new IllegalArgumentException("key: " + key);
    }
}
