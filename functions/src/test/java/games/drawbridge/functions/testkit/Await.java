package games.drawbridge.functions.testkit;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for something to become true.
public final class Await {
    private Await() {}

    public static void until(String what, Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("never: " + what);
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
