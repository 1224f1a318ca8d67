package games.drawbridge.functions.oidc;

import java.util.Locale;

/// An id token proves nothing.
public final class OidcRefused extends RuntimeException {
    /// What is wrong with it.
    public enum Why {
        /// No signed JWT.
        MALFORMED,
        /// Signed by an algorithm that no provider of ours uses.
        ALGORITHM,
        /// Another kind of token.
        TYPE,
        /// By a key that the provider does not publish.
        KEY,
        SIGNATURE,
        ISSUER,
        /// Made for another game or app.
        AUDIENCE,
        EXPIRED,
        /// From a time that has not come.
        EARLY,
        SUBJECT,
        /// Made for another login.
        NONCE;

        /// As problems call it.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Why why;

    OidcRefused(Why why) {
        super(why.code(), null, false, false);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
