package games.drawbridge.realtime.storage;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Tries again what may pass by itself, for as long as it takes. Only for what is harmless when an
/// earlier try had arrived after all.
///
/// @param timeout of one try, after which its outcome is unknown
/// @param pause between tries
/// @param end the failure after which no further try can succeed
public record Retry(
        Timers timers, Duration timeout, Duration pause, Class<? extends Throwable> end) {
    private static final Logger LOG = Logger.getLogger(Retry.class);

    /// @param what for the log, should it fail
    public <T> CompletableFuture<T> until(String what, Supplier<CompletableFuture<T>> attempt) {
        return once(attempt)
                .exceptionallyCompose(error -> {
                    var cause = error instanceof CompletionException ? error.getCause() : error;
                    if (end.isInstance(cause)) return CompletableFuture.failedFuture(cause);
                    LOG.warnf("%s failed, once more: %s", what, cause);
                    return paused().thenCompose(_ -> until(what, attempt));
                });
    }

    private CompletableFuture<Void> paused() {
        var over = new CompletableFuture<Void>();
        timers.after(pause, () -> over.complete(null));
        return over;
    }

    private <T> CompletableFuture<T> once(Supplier<CompletableFuture<T>> attempt) {
        try {
            var outcome = new CompletableFuture<T>();
            var timer =
                    timers.after(
                            timeout, () -> outcome.completeExceptionally(new TimeoutException()));
            attempt.get()
                    .whenComplete((result, error) -> {
                        timer.cancel();
                        if (error == null) outcome.complete(result);
                        else outcome.completeExceptionally(error);
                    });
            return outcome;
        } catch (RuntimeException error) {
            return CompletableFuture.failedFuture(error);
        }
    }
}
