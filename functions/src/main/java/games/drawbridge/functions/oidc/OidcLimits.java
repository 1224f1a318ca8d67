package games.drawbridge.functions.oidc;

import java.time.Duration;

/// What a provider may say, and how often it is asked.
final class OidcLimits {
    /// Characters of an id token: those with pictures and groups have some 3,000.
    static final int TOKEN = 8 * 1024;

    /// Characters of a subject, by the standard.
    static final int SUBJECT = 255;

    /// Bytes of a discovery document or a key set.
    static final int DOCUMENT = 256 * 1024;

    /// How long keys are used without asking again.
    static final Duration KEYS = Duration.ofHours(1);

    /// How long they are used while the provider does not answer.
    static final Duration STALE_KEYS = Duration.ofHours(24);

    /// Between two questions for the sake of a key that nobody knows: whoever makes such tokens up
    /// must not make us flood the provider.
    static final Duration UNKNOWN_KEY = Duration.ofMinutes(1);

    /// Between two questions while nothing is known: logins that come meanwhile fail at once.
    static final Duration NO_ANSWER = Duration.ofSeconds(1);

    /// To wait for the provider: two answers fit into a login's 10 s.
    static final Duration ANSWER = Duration.ofSeconds(3);

    /// How far the provider's clock may be from ours.
    static final Duration SKEW = Duration.ofSeconds(60);

    /// Bits of an RSA key at least, by RFC 7518.
    static final int RSA_BITS = 2048;

    private OidcLimits() {}
}
