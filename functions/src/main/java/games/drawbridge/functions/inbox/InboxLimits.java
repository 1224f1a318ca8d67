package games.drawbridge.functions.inbox;

import java.time.Duration;

/// Of inboxes, each limit with its reason.
final class InboxLimits {

    /// How long mail is kept: a player who comes back after a season still finds it.
    static final Duration KEPT = Duration.ofDays(90);

    private InboxLimits() {}
}
