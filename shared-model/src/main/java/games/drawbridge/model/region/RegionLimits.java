package games.drawbridge.model.region;

import java.time.Duration;

/// How large a region is, and how much may go on there.
final class RegionLimits {
    /// Tiles along one side: a region of 40,000 tiles is still a snapshot of a few megabytes.
    static final int SIDE = 200;

    /// Tiles along one side of a cell, the unit of interest: on a phone's screen are some 20.
    static final int CELL = 8;

    /// Tiles along one side of what a player looks at: 81 cells at most.
    static final int VIEW = 64;

    /// Players at one region.
    static final int PLAYERS = 5_000;

    /// How long a seat is kept: nothing is lost with it.
    static final Duration HOLD = Duration.ofSeconds(30);

    /// Marches under way in one region: each arrival looks at all of them.
    static final int MARCHES = 2_000;

    /// Troops that a new base has.
    static final int TROOPS = 100;

    /// Gold of a deposit, for each step of its digit on the map.
    static final int GOLD = 10;

    /// Milliseconds that a march takes for one tile, unless the map says otherwise.
    static final int PACE = 2_000;

    private RegionLimits() {}
}
