package games.drawbridge.realtime;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// One thread that does the same things again and again. What fails is done again the next time.
final class Rounds {
    private static final Logger LOG = Logger.getLogger(Rounds.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    /// From now on.
    ///
    /// @param pause after each time
    void every(Duration pause, Runnable... tasks) {
        for (var task : tasks) {
            var _ =
                    thread.scheduleWithFixedDelay(
                            guarded(task), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop() {
        thread.shutdown();
    }

    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException fault) {
                LOG.error("a sweep failed", fault);
            }
        };
    }
}
