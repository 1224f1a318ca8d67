package games.drawbridge.functions.stripe;

import java.util.Locale;

/// Something that is said to come from Stripe does not, or not now.
public final class StripeRefused extends RuntimeException {
    /// What is wrong with it.
    public enum Why {
        /// The header has no time or no signature of a kind that we know.
        MALFORMED,
        /// The signature is not that of any of our secrets.
        SIGNATURE,
        /// Rightly signed, but too long ago or in the future.
        STALE,
        /// Rightly signed, but no event.
        JSON;

        /// As problems and metrics call it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Why why;

    StripeRefused(Why why, String detail) {
        super(detail, null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
