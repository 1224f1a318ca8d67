package games.drawbridge.functions.admin;

import java.time.Duration;

/// What the calls of support take.
final class AdminLimits {
    /// Characters of a reason, which the player reads as well.
    static final int REASON = 500;

    /// Characters of a message to all players.
    static final int MESSAGE = 500;

    /// Characters of a version.
    static final int VERSION = 40;

    /// Characters of what a player is looked for by.
    static final int WANTED = 300;

    /// Players of one answer: whoever looks for a common name must say more.
    static final int FOUND = 50;

    /// The longest ban that is not for good.
    static final Duration BAN = Duration.ofDays(3_650);

    /// Words that are in no name.
    static final int BLOCKED = 500;

    /// Characters of such a word.
    static final int WORD = 40;

    /// Minor units below which an affiliate is not paid: no sum is withheld for ever.
    static final long MINIMUM = 100_000_000;

    private AdminLimits() {}
}
