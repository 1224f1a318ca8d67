package games.drawbridge.realtime.load;

import io.netty.util.concurrent.EventExecutorGroup;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.stream.StreamSupport;

/// The node's event loops, as the JVM accounts for their time.
public final class EventLoops {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Long> ids;

    /// Starts the loops' threads.
    public EventLoops(EventExecutorGroup group) {
        ids =
                StreamSupport.stream(group.spliterator(), false)
                        .map(loop -> loop.submit(() -> Thread.currentThread().threadId()))
                        .map(id -> id.syncUninterruptibly().getNow())
                        .toList();
    }

    /// Nanoseconds of CPU that they have had, all together; 0 where the JVM does not count it.
    public long work() {
        if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) return 0;
        return ids.stream().mapToLong(threads::getThreadCpuTime).filter(time -> time > 0).sum();
    }

    /// How many of them can work at once.
    public int capacity() {
        return Math.max(1, Math.min(ids.size(), Runtime.getRuntime().availableProcessors()));
    }
}
