package games.drawbridge.functions.login;

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

    private LoginLimits() {}
}
