package games.drawbridge.functions;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Tries again what collided with another writer, after a pause with full jitter.
public final class Attempts {
    /// Twenty writers of one row get through; more are told to come again.
    private static final int MOST = 15;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(160);

    private final RandomGenerator dice;

    public Attempts(RandomGenerator dice) {
        this.dice = dice;
    }

    /// Asks until there is an answer; empty means that something else was faster.
    ///
    /// @throws Exhausted when it never came
    public <T> T until(Supplier<Optional<T>> attempt) {
        long pause = FIRST_PAUSE.toMillis();
        for (int n = 0; n < MOST; n++) {
            var answer = attempt.get();
            if (answer.isPresent()) return answer.get();
            sleep(dice.nextLong(pause + 1));
            pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis());
        }
        throw new Exhausted();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Exhausted();
        }
    }

    /// Too many others write the same rows at this moment: the caller may come again.
    public static final class Exhausted extends RuntimeException {
        Exhausted() {
            super("gave up after " + MOST + " attempts");
        }
    }
}
