package games.drawbridge.functions.leaderboard;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Does calls that do not wait for each other at the same time: one round trip.
final class Together {
    /// Calls at once: the work of one processor.
    private static final int THREADS = 16;

    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    THREADS,
                    work -> {
                        var thread = new Thread(work, "boards");
                        thread.setDaemon(true);
                        return thread;
                    });

    /// @throws RuntimeException the first that one of them throws, when all have come to an end
    void all(List<? extends Runnable> calls) {
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
