package games.drawbridge.model.hall;

import java.time.Duration;

/// How much goes on in a hall.
final class HallLimits {
    /// Members of a clan.
    static final int MEMBERS = 100;

    /// How long a seat is kept: nothing is lost with it.
    static final Duration HOLD = Duration.ofSeconds(30);

    /// Characters of an announcement, and of a wish.
    static final int TEXT = 300;

    /// Announcements that are kept: who was away for a week finds them.
    static final int ANNOUNCEMENTS = 10;

    /// Helpers that a wish is for; each helps once.
    static final int HELPERS = 5;

    /// Wishes of one member in a day.
    static final int ASKED = 3;

    /// Times that one member helps in a day: what a clan gives cannot be made without end.
    static final int HELPED = 20;

    /// Gold that each helper brings to who asked.
    static final long GOLD = 1;

    /// How long a wish waits for helpers.
    static final Duration WISH = Duration.ofHours(24);

    private HallLimits() {}
}
