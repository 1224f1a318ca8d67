package games.drawbridge.functions.email;

import java.time.Duration;

/// Of e-mail, each limit with its unit and reason.
public final class EmailLimits {
    /// Characters of an address: RFC 5321's path, without its brackets.
    public static final int ADDRESS = 254;

    /// Addresses of one player: more than anybody pays from, and few enough to read at once.
    static final int ADDRESSES = 20;

    /// Players whom one address leads to, as support is shown them.
    static final int OWNERS = 50;

    /// How long whoever claimed a letter has it to themselves. SES tells of what it was given
    /// within seconds; this is time enough for that to get here.
    static final Duration CLAIM = Duration.ofMinutes(15);

    /// Until a letter is tried again that SES did not take, the first time; then twice that, and so
    /// on.
    static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    /// Tries of one letter, over two days: by then an operator has seen the alarm.
    static final int ATTEMPTS = 20;

    /// How long the stream has before the sweep helps.
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Letters of one sweep: SES takes 14 a second of a new account, and a sweep has a minute.
    static final int SWEEP = 300;

    private EmailLimits() {}
}
