package games.drawbridge.realtime.bans;

import java.time.Duration;

/// How soon a ban is heard of, and how long it is remembered.
public final class BanLimits {
    /// Between two looks: half of the 2 s in which a ban must reach every socket.
    public static final Duration EVERY = Duration.ofSeconds(1);

    /// How far back a look goes: a row's time is its writer's, whose clock may be late, and so may
    /// a look.
    static final Duration BACK = Duration.ofSeconds(60);

    /// How long a ban is remembered here: longer than a ticket from before it or a session without
    /// a socket is good for. After that the join call knows it.
    static final Duration MEMORY = Duration.ofMinutes(10);

    private BanLimits() {}
}
