package games.drawbridge.local;

import games.drawbridge.local.refusal.Refusal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Starts parts side by side.
final class Startup implements AutoCloseable {
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
    private final Progress progress;

    Startup(Progress progress) {
        this.progress = progress;
    }

    /// What there is to do for a part.
    interface Work {
        void run() throws Exception;
    }

    /// Begins a part.
    Future<?> begin(String part, Work work) {
        return make(
                part,
                () -> {
                    work.run();
                    return part;
                });
    }

    /// Begins a part once another one is done.
    Future<?> begin(String part, Future<?> after, Work work) {
        return threads.submit(() -> {
            done(after);
            return done(begin(part, work));
        });
    }

    /// Begins a part of which something comes.
    <T> Future<T> make(String part, Callable<T> work) {
        return threads.submit(() -> {
            long began = System.nanoTime();
            T made = work.call();
            progress.ready(part, Duration.ofNanos(System.nanoTime() - began));
            return made;
        });
    }

    /// Waits for a part.
    ///
    /// @throws Exception what its work has thrown
    static <T> T done(Future<T> part) throws Exception {
        try {
            return part.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case Exception cause -> throw cause;
                case null, default -> throw new Refusal("A part failed.", failed);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
