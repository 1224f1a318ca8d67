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

    /// Characters of a mail's subject.
    static final int SUBJECT = 100;

    /// Characters of a mail's text.
    static final int TEXT = 2_000;

    /// Languages of one letter to the mailing list.
    static final int LANGUAGES = 10;

    /// Paragraphs of one letter to the mailing list.
    static final int PARAGRAPHS = 20;

    /// Kinds of things in one mail: every one is rows of one transaction.
    static final int ATTACHMENTS = 10;

    /// Pieces of one kind in a mail.
    static final long AMOUNT = 1_000_000_000;

    /// Characters of a unit.
    static final int UNIT = 140;

    /// Days that a mail is kept at most.
    static final int DAYS = 90;

    /// The most of one thing that support gives or takes at once.
    static final long GRANT = 1_000_000_000;

    /// Characters of a good's name, as a unit has it.
    static final int GOOD = 64;

    /// Minor units below which an affiliate is not paid: no sum is withheld for ever.
    static final long MINIMUM = 100_000_000;

    private AdminLimits() {}
}
