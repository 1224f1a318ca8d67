package games.drawbridge.realtime.placement;

import games.drawbridge.model.room.Candidate;
import java.time.Duration;
import java.time.Instant;

/// A node's row, as one reader has seen it over time. A reader whose clock is wrong must not take a
/// node that beats for dead, so the clock alone decides nothing.
///
/// @param beatAt by the node's own clock
/// @param since nanoseconds of the reader's monotonic clock: when this beat was first seen
/// @param beats whether another beat was seen before this one
record Sighting(Candidate node, Instant beatAt, long since, boolean beats) {
    /// After so long without a beat a node is dead.
    private static final Duration DEAD = Duration.ofSeconds(4);

    /// A live node's row changes within this time, even when one beat is late.
    private static final Duration WATCHED = Duration.ofMillis(1_500);

    static Sighting first(Candidate node, Instant beatAt, long nanos) {
        return new Sighting(node, beatAt, nanos, false);
    }

    /// The row as it was seen later.
    Sighting then(Candidate later, Instant beat, long nanos) {
        boolean same = beat.equals(beatAt) && isLife(later);
        return same
                ? new Sighting(later, beatAt, since, beats)
                : new Sighting(later, beat, nanos, isLife(later));
    }

    private boolean isLife(Candidate other) {
        return other.generation().equals(node.generation());
    }

    boolean isDead(Instant now, long nanos) {
        long watched = nanos - since;
        return watched >= DEAD.toNanos() || (isLate(now) && watched >= WATCHED.toNanos());
    }

    /// Whether it is fit to be given a room.
    boolean isAlive(Instant now, long nanos) {
        return !isDead(now, nanos) && (beats || !isLate(now));
    }

    private boolean isLate(Instant now) {
        return !now.isBefore(beatAt.plus(DEAD));
    }
}
