package games.drawbridge.model.lobby;

import java.time.Duration;

/// How large a lobby is, and how hard it looks for matches.
final class LobbyLimits {
    /// Players in one lobby: the largest evening we know of, and a tenth more.
    static final int PLAYERS = 20_000;

    /// How long a seat is kept: who is gone for longer would not accept a match either.
    static final Duration HOLD = Duration.ofSeconds(30);

    /// Between two looks at the queue.
    static final Duration EVERY = Duration.ofSeconds(1);

    /// Matches offered at one look: their entry still fits a batch of the log.
    static final int AT_ONCE = 200;

    /// Neighbours in skill that are tried with one party: those farther away are worse.
    static final int NEIGHBOURS = 12;

    /// Ways to make teams that are tried for one match.
    static final int SPLITS = 2_000;

    /// Players of one match.
    static final int MATCH = 64;

    /// Characters of a region's or role's name.
    static final int NAME = 20;

    /// Attributes that a mode may want to be equal: each divides the queue.
    static final int ATTRIBUTES = 8;

    /// Regions that a player has measured.
    static final int REGIONS = 16;

    /// Milliseconds to a region: who is farther away does not play there.
    static final int FARTHEST = 60_000;

    /// Matches that seek players at a time: the oldest are forgotten for more.
    static final int VACANCIES = 1_000;

    /// How long a match seeks: one that still wants somebody then asks again.
    static final Duration SEEK = Duration.ofMinutes(5);

    private LobbyLimits() {}
}
