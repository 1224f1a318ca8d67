package games.drawbridge.realtime.storage;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The threads on which calls to AWS block. Platform threads, not virtual ones: a virtual thread
/// that waits while it initialises a class keeps its carrier, there are only as many carriers as
/// processors, and two that waited for what a third held have stopped a whole node.
public final class Blocking {
    /// Calls at once; more wait. At 5 ms a call it is 50,000 a second, and 25 MB of stacks.
    private static final int MOST = 256;

    private static final Duration IDLE = Duration.ofSeconds(30);

    private Blocking() {}

    public static Executor threads() {
        var threads =
                new ThreadPoolExecutor(
                        MOST,
                        MOST,
                        IDLE.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name("io-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
