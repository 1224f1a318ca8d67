package games.drawbridge.functions.meta;

import java.util.Locale;

/// A signed request is not what it claims to be.
public final class MetaRefused extends RuntimeException {
    /// What is wrong with it.
    public enum Why {
        /// No two parts, or signs that belong to no base64.
        MALFORMED,
        /// The signature is not that of any of our secrets.
        SIGNATURE,
        /// Rightly signed, but by its own word with another algorithm.
        ALGORITHM,
        /// Rightly signed, but no JSON object, or one that says a thing twice.
        JSON,
        /// A field is missing or of another form than Meta gives it.
        FIELD,
        /// Too old to prove who stands there now.
        STALE,
        /// From a time that has not come.
        FUTURE;

        /// As problems call it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Why why;

    MetaRefused(Why why) {
        this(why, why.code());
    }

    MetaRefused(Why why, String detail) {
        super(detail, null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
