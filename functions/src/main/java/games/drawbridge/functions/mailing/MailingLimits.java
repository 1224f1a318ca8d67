package games.drawbridge.functions.mailing;

import games.drawbridge.functions.rates.Rate;
import java.time.Duration;

/// Of the mailing list, each limit with its reason.
final class MailingLimits {
    /// How long an address may be confirmed: somebody reads it after the weekend's first day, and
    /// no old mail puts anybody on a list.
    static final Duration CONFIRM = Duration.ofDays(2);

    /// Letters that one player may have sent: enough for two misspellings.
    static final Rate OF_PLAYER = new Rate("mailing", 5, Duration.ofHours(1));

    /// Letters to one address, whoever asks: nobody's inbox is filled by players who make
    /// themselves new each time.
    static final Rate TO_ADDRESS = new Rate("mailing-to", 3, Duration.ofDays(1));

    /// Letters asked for from one network address: a school or a mobile network may be one.
    static final Rate FROM_NETWORK = new Rate("mailing-from", 60, Duration.ofHours(1));

    /// Characters of a link's token.
    static final int TOKEN = 200;

    /// Subscribers of one round of a newsletter, a minute: SES takes 14 a second of a new account.
    static final int ROUND = 300;

    /// Subscribers that are read at once; who dies in between looks at so many again.
    static final int PAGE = 25;

    /// Letters on their way at once.
    static final int LETTERS = 5;

    /// How long it is known where a letter has gone: longer than any letter is on its way.
    static final Duration REMEMBERED = Duration.ofDays(90);

    private MailingLimits() {}
}
