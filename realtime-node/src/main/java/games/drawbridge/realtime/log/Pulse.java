package games.drawbridge.realtime.log;

import games.drawbridge.realtime.storage.Timers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A moment that comes soon, the same for all who wait for it: what is not urgent leaves at the
/// beat, all of it together. Any thread.
final class Pulse {
    private final Timers timers;
    private final Duration delay;
    private @Nullable CompletableFuture<Void> coming;

    /// @param delay how long the first who waits waits
    Pulse(Timers timers, Duration delay) {
        this.timers = timers;
        this.delay = delay;
    }

    /// Done at the next beat.
    synchronized CompletableFuture<Void> next() {
        var beat = coming;
        if (beat == null) {
            beat = new CompletableFuture<>();
            coming = beat;
            timers.after(delay, this::beat);
        }
        return beat;
    }

    private void beat() {
        CompletableFuture<Void> now;
        synchronized (this) {
            now = coming;
            coming = null;
        }
        if (now != null) now.complete(null);
    }
}
