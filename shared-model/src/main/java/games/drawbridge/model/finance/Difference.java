package games.drawbridge.model.finance;

import org.jspecify.annotations.Nullable;

/// What came of holding one payment's movements of one kind against the report; or, without a
/// payment, the report's single payments against its own sum of them.
///
/// @param payment empty where the report is held against itself
/// @param ours in minor units; absent where we have none, or no single payment is in the report
/// @param theirs in minor units; absent where they have none
public record Difference(
        Kind kind,
        String payment,
        Movement.Kind what,
        Currency currency,
        int exponent,
        @Nullable Long ours,
        @Nullable Long theirs) {

    /// The classes of differences.
    public enum Kind {
        /// The same, but for a minor unit.
        MATCH,
        /// They charged, and we know nothing: a notice was lost.
        MISSING_OURS,
        /// We booked what is not in their report yet: it is younger than two days.
        WAITING,
        /// We booked what is not in their report.
        MISSING_THEIRS,
        /// Another amount or tax.
        AMOUNT,
        /// Another rate.
        RATE,
        /// Another kind of movement, or another currency, of the same payment.
        STATUS,
        /// The report's own sum is not what its single payments come to: it is not whole.
        DIGEST;

        /// Whether somebody must look at it.
        public boolean open() {
            return this != MATCH && this != WAITING;
        }
    }
}
