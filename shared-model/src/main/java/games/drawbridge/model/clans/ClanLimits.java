package games.drawbridge.model.clans;

import java.time.Duration;

/// Of clans, each limit with its unit and reason.
public final class ClanLimits {
    /// Members: a list that one read brings, and a hall where people still know each other.
    public static final int MEMBERS = 100;

    /// Requests that wait at one clan: as many as it could ever take in.
    public static final int REQUESTS = 100;

    /// Invitations of one clan that are open: as many as it could ever take in.
    public static final int INVITATIONS = 100;

    /// Requests of one player that wait: enough to choose, too few to flood the game.
    public static final int ASKED = 10;

    /// How long requests and invitations hold: who was on holiday still finds them.
    public static final Duration HOLDS = Duration.ofDays(14);

    /// After so long without a sign a leader has vanished: longer than a holiday.
    public static final Duration AWAY = Duration.ofDays(21);

    /// UTF-16 characters of a motto: two lines on a phone.
    public static final int MOTTO = 200;

    /// UTF-16 characters with a request: one line.
    public static final int TEXT = 140;

    /// The highest level that a clan may ask for.
    public static final int LEVEL = 1_000;

    private ClanLimits() {}
}
