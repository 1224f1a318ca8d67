package games.drawbridge.functions.meta;

import java.time.Duration;

/// What a signed request may be, each with its unit and reason.
public final class MetaLimits {
    /// Characters of a signed request: a list of purchases is the longest that Meta sends.
    public static final int TEXT = 64 * 1024;

    /// Characters of an id: Meta's have at most 17 digits, its tokens of purchases some more.
    static final int ID = 128;

    /// How old a login's proof may be: nothing in the format keeps it from being shown again, and a
    /// game's page takes a while to load.
    public static final Duration FRESH = Duration.ofMinutes(10);

    /// How far Meta's clock may be before ours.
    public static final Duration SKEW = Duration.ofSeconds(60);

    private MetaLimits() {}
}
