package games.drawbridge.model.finance;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One row of the books. A row is never changed: what corrects it is another one that names it.
///
/// @param bookedAt when we wrote it, which decides in which month it counts; kept to the
///   millisecond
/// @param settlement absent until the provider has said
/// @param original what it follows; every refund, chargeback and reversal follows a charge
public record Movement(
        Kind kind,
        Instant bookedAt,
        Source source,
        Split split,
        @Nullable Settlement settlement,
        Sale sale,
        @Nullable Original original) {

    /// @throws IllegalArgumentException when it contradicts itself
    public Movement {
        bookedAt = bookedAt.truncatedTo(ChronoUnit.MILLIS);
        if (!kind.admits(split)) throw new IllegalArgumentException(kind + " of " + split);
        if (kind.follows() && original == null)
            throw new IllegalArgumentException(kind + " of nothing");
        if (kind == Kind.CHARGE && original != null)
            throw new IllegalArgumentException("a charge follows nothing");
    }

    /// What money does.
    public enum Kind {
        /// A player paid.
        CHARGE,
        /// We or the provider gave it back, whole or in part.
        REFUND,
        /// The player's bank took it back.
        CHARGEBACK,
        /// The bank gave back what it had taken.
        REVERSAL,
        /// The provider took something for itself, beside what it keeps of each charge.
        FEE,
        /// What was booked was wrong, or has become exact.
        ADJUSTMENT;

        /// As it stands in tables and files.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @throws IllegalArgumentException when none is called so
        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        boolean follows() {
            return this == REFUND || this == CHARGEBACK || this == REVERSAL;
        }

        /// Whether money goes the way of this kind.
        boolean admits(Split split) {
            return switch (this) {
                case CHARGE, REVERSAL -> split.gross() >= 0;
                case REFUND, CHARGEBACK -> split.gross() <= 0;
                case FEE -> split.gross() == 0 && split.tax() == 0;
                case ADJUSTMENT -> true;
            };
        }
    }

    /// Made of what causes it, so that the same cause makes the same row.
    public String id() {
        return String.join("#", source.provider().word(), source.payment(), source.action());
    }

    /// In whose books it counts: by UTC, whatever the provider's day was.
    public YearMonth month() {
        return YearMonth.from(bookedAt.atOffset(ZoneOffset.UTC));
    }
}
