package games.drawbridge.functions.login;

import games.drawbridge.functions.rates.Rate;
import java.time.Duration;

/// Lives and lengths of everything about logging in.
final class LoginLimits {
    /// Life of an access token: how long a ban or a logout may take to bite.
    static final Duration ACCESS = Duration.ofMinutes(15);

    /// How long a family may rest: a player who was away a month logs in anew, unseen.
    static final Duration IDLE = Duration.ofDays(30);

    /// How long a family may last in all.
    static final Duration FAMILY = Duration.ofDays(365);

    /// How long a retired key is still published: the access token's life, the time for which
    /// functions go on with the keys they have, and a margin for clocks.
    static final Duration RETIRED_KEY = Duration.ofHours(1);

    /// Seconds for which others may keep the published keys.
    static final int KEYS_AGE = 300;

    /// Characters of a device id: a UUID, or a vendor's own.
    static final int DEVICE_ID = 128;

    /// Characters of a guest's secret at least: 32 of hex are 128 bits.
    static final int SHORTEST_SECRET = 32;

    /// Characters of a guest's secret at most.
    static final int LONGEST_SECRET = 256;

    /// Characters of a refresh token that are worth looking at.
    static final int REFRESH_TOKEN = 200;

    /// Log2 of bcrypt's rounds: some 50 ms of one core. The secret is random already, so this is
    /// against a stolen table only.
    static final int BCRYPT_COST = 10;

    /// Characters of an id token: those with pictures and groups have some 3,000.
    static final int ID_TOKEN = 8 * 1024;

    /// Characters of a nonce, ours or a client's.
    static final int NONCE = 256;

    /// Characters of a provider's name.
    static final int PROVIDER = 40;

    /// Life of a nonce: until a page has loaded and somebody has found a password.
    static final Duration NONCE_LIFE = Duration.ofMinutes(10);

    /// How long an id token could be shown again: the life that providers give it, and a margin.
    static final Duration TOKEN_LIFE = Duration.ofHours(26);

    /// Characters of a `User-Agent` that are kept, so that support can tell devices apart.
    static final int AGENT = 200;

    /// Identities that lead to one player: a few devices and every provider. A merge turns all of
    /// them in one transaction.
    static final int IDENTITIES = 20;

    /// How long an account that was shown may be merged: while the player reads what that means.
    static final Duration OFFER = Duration.ofMinutes(10);

    /// Logins and failures of one device or account at a provider: a game that starts once a minute
    /// is far below, a guesser of secrets gets nowhere.
    static final Rate PER_IDENTITY = new Rate("identity", 30, Duration.ofMinutes(1));

    /// Uses of one family's tokens: a client renews every fifteen minutes, in several tabs at once.
    static final Rate PER_FAMILY = new Rate("family", 30, Duration.ofMinutes(1));

    /// Changes of one account's identities.
    static final Rate PER_ACCOUNT = new Rate("account", 30, Duration.ofMinutes(1));

    /// In which `LOGINS_PER_ADDRESS` are counted.
    static final Duration ATTEMPTS = Duration.ofMinutes(1);

    /// In which `REGISTRATIONS_PER_ADDRESS` are counted.
    static final Duration REGISTRATIONS = Duration.ofMinutes(10);

    /// How old the number of players may be that a session tells.
    static final Duration COUNTED = Duration.ofSeconds(5);

    private LoginLimits() {}
}
