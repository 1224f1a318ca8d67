package games.drawbridge.functions.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Does calls that do not wait for each other at the same time: one round trip.
public final class Together {
    /// Calls at once: the work of one processor.
    private static final int THREADS = 16;

    /// Seconds after which a thread that has nothing to do ends: of many functions that one machine
    /// keeps warm, few are at work.
    private static final int IDLE = 30;

    private final ExecutorService threads = threads();

    private static ExecutorService threads() {
        var threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        IDLE,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("together").factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /// Calls of one round trip, as they are found to be needed.
    public final class Trip {
        private final List<Runnable> calls = new ArrayList<>();

        /// One call more.
        ///
        /// @return its answer, once the trip is over
        public <T> Supplier<T> with(Supplier<T> call) {
            var answer = new AtomicReference<T>();
            calls.add(() -> answer.set(call.get()));
            return answer::get;
        }

        /// One call more, which has no answer.
        public void also(Runnable call) {
            calls.add(call);
        }

        /// Does them all.
        ///
        /// @throws RuntimeException the first that one of them throws, when all have come to an end
        public void go() {
            all(calls);
        }
    }

    public Trip trip() {
        return new Trip();
    }

    /// @throws RuntimeException the first that one of them throws, when all have come to an end
    public void all(List<? extends Runnable> calls) {
        if (calls.size() == 1) {
            calls.getFirst().run();
            return;
        }
        var work = new ArrayList<Callable<Boolean>>();
        for (var call : calls)
            work.add(() -> {
                call.run();
                return true;
            });
        try {
            for (var done : threads.invokeAll(work)) done.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException fault
                    ? fault
                    : new IllegalStateException(failed);
        }
    }
}
