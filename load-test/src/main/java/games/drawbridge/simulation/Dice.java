package games.drawbridge.simulation;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// All chance in the world comes from here.
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /// @param chance 0–1
    boolean happens(double chance) {
        return random.nextDouble() < chance;
    }

    /// From 0 to `below`, without it.
    int upTo(int below) {
        return random.nextInt(below);
    }

    /// Milliseconds between the two.
    Duration millis(long least, long most) {
        return Duration.ofNanos(random.nextLong(least * 1_000_000, most * 1_000_000 + 1));
    }

    Duration micros(long least, long most) {
        return Duration.ofNanos(random.nextLong(least * 1_000, most * 1_000 + 1));
    }

    /// Mostly shorter than the mean, now and then much longer.
    Duration about(Duration mean) {
        return Duration.ofNanos((long) (-Math.log(1 - random.nextDouble()) * mean.toNanos()));
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    long next() {
        return random.nextLong();
    }
}
