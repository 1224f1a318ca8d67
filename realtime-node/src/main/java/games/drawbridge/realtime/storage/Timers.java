package games.drawbridge.realtime.storage;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Runs something later. A simulation brings its own.
public interface Timers {

    /// Takes a timer back; harmless when it has run.
    interface Cancel {
        void cancel();
    }

    Cancel after(Duration delay, Runnable task);

    /// Timers of this machine's clock, on a thread of their own. Tasks must be short.
    static Timers real() {
        var thread =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("timers").factory());
        thread.setRemoveOnCancelPolicy(true);
        return (delay, task) -> {
            var timer = thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> timer.cancel(false);
        };
    }
}
