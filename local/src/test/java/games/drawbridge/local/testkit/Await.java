package games.drawbridge.local.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Waits for what will come.
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ASK = Duration.ofMillis(20);

    private Await() {}

    /// @throws AssertionError when it does not come
    public static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) throw new AssertionError("never came: " + what);
            Thread.sleep(ASK);
        }
    }
}
