package games.drawbridge.functions.leaderboard;

import games.drawbridge.model.leaderboard.Board;
import java.time.Duration;

/// How much of a board one call may ask for, and how it is kept.
final class BoardLimits {
    /// Entries above and below a player when the caller does not say.
    static final int USUAL_AROUND = 5;

    /// Entries above and below a player at most: with the player's own, one batch read of names.
    static final int MOST_AROUND = 49;

    /// Players asked for at once: one batch read of names.
    static final int TOGETHER = 100;

    /// How long the CDN may show a page: new scores take a second or two to be folded anyway.
    static final Duration PAGE_AGE = Duration.ofSeconds(3);

    /// How long what is left of a period stays readable behind its end.
    static final Duration KEPT = Duration.ofDays(60);

    /// The partitions over which a group's scores are spread: at 5,000 scores a second each takes
    /// 313.
    static final int LANES = 16;

    /// Scores folded in one batch. More are several: a batch is held in memory.
    static final int BATCH = 400;

    /// How long a batch may take before another function takes over. It takes less than one second.
    static final Duration LEASE = Duration.ofSeconds(15);

    /// How long whoever makes a ranking anew may be silent before another goes on: it is heard of
    /// after each batch.
    static final Duration REBUILD_LEASE = Duration.ofMinutes(1);

    /// What must be left of a function's time for another batch, and for the turn: several times
    /// what they take.
    static final Duration REBUILD_REST = Duration.ofSeconds(5);

    /// A row of up to 1,024 bytes is one write unit. This much of it is names of attributes and
    /// numbers, and the part of the key that says which node.
    static final int ROW = 1_024;

    static final int ROW_REST = 90;

    /// A root right above its leaves is written with each batch: four write units.
    static final int LOW_ROOT = 4_000;

    /// A root further up: twelve units to read, half if it may be a moment old, which leaves four
    /// for what is below it.
    static final int HIGH_ROOT = 48_000;

    /// How often a reader begins again because the tree changed twice under it.
    static final int READS = 5;

    /// How long after its end a period is frozen: it takes late scores for an hour, and a function
    /// that took one at the last moment has minutes to be done.
    static final Duration SETTLED = Board.GRACE.plusMinutes(5);

    /// Lines in one part of frozen standings: half a megabyte.
    static final int PART = 10_000;

    /// Scores of each ranking that are held against it each minute.
    static final int SAMPLE = 25;

    private BoardLimits() {}
}
