package games.drawbridge.it;

import java.util.function.BooleanSupplier;

/// Waits for what happens soon but not at once.
final class Await {
    private static final int TRIES = 600;

    private Await() {}

    /// Asks until it is so.
    ///
    /// @throws AssertionError after a minute of asking
    static void until(BooleanSupplier condition) {
        until(1, condition);
    }

    /// @throws AssertionError after so many minutes of asking
    static void until(int minutes, BooleanSupplier condition) {
        for (int i = 0; i < minutes * TRIES; i++) {
            if (condition.getAsBoolean()) return;
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("it did not become so");
    }
}
