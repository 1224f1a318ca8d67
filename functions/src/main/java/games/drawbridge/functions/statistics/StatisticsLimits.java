package games.drawbridge.functions.statistics;

import java.time.Duration;

/// Sizes of counting games.
final class StatisticsLimits {
    /// For which a turn is somebody's: longer than the function may run, so that two never count at
    /// once even if one is late.
    static final Duration LEASE = Duration.ofSeconds(75);

    /// Affiliates to whom one game counts: they are added to in the transaction that keeps it,
    /// which holds 100 rows.
    static final int AFFILIATES = 90;

    /// Sums of an affiliate that are shown, the newest first: ten kinds for a year and a half.
    static final int SHOWN = 200;

    private StatisticsLimits() {}
}
