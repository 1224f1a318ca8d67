package games.drawbridge.functions.accounts;

import java.time.Duration;

/// How jobs go on.
final class AccountLimits {
    /// Between a job's first and second time: an access token's life, and a sweep's patience with
    /// effects.
    static final Duration SECOND_TIME = Duration.ofMinutes(20);

    /// How long a job is left to the stream before the sweep does it.
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Jobs of one sweep: each takes a second at most, and the function has a minute.
    static final int SWEEP = 40;

    /// Characters of an offer to merge.
    static final int OFFER = 256;

    /// Five bits each: nobody finds another's deletion by trying.
    static final int CODE_SYMBOLS = 20;

    /// How long it is told that somebody was forgotten: a year, as long as a regulator may ask.
    static final Duration TOLD = Duration.ofDays(365);

    /// Bytes of a callback's form.
    static final int FORM = 64 * 1024;

    private AccountLimits() {}
}
