package games.drawbridge.faults.load;

import java.util.function.BooleanSupplier;

/// Waits for what happens by itself.
public final class Waiting {
    private static final long SECOND = 1_000_000_000;

    private Waiting() {}

    /// @throws IllegalStateException when it did not become so
    public static void until(String what, int mostSeconds, BooleanSupplier condition) {
        if (!became(mostSeconds, condition))
            throw new IllegalStateException("not within " + mostSeconds + " s: " + what);
    }

    /// @return whether it became so
    public static boolean became(int mostSeconds, BooleanSupplier condition) {
        long until = System.nanoTime() + mostSeconds * SECOND;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) return false;
            millis(20);
        }
        return true;
    }

    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
