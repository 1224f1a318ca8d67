package games.drawbridge.realtime.placement;

import games.drawbridge.realtime.placement.NodesTable.Load;
import io.quarkus.runtime.Quarkus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Says every second that this node lives, on a thread of its own, so that no work of rooms can
/// delay it.
public final class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    /// After so long without a beat others take the node for dead.
    private static final Duration ALIVE = Duration.ofSeconds(4);

    private final NodesTable table;
    private final Supplier<Load> load;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private volatile long beatAt;
    private volatile boolean beating;

    public Heartbeat(NodesTable table, Supplier<Load> load, InstantSource clock) {
        this.table = table;
        this.load = load;
        this.clock = clock;
    }

    public void start() {
        table.begin(load.get(), clock.instant());
        beatAt = System.nanoTime();
        beating = true;
        var _ =
                thread.scheduleAtFixedRate(
                        this::beat, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            long before = System.nanoTime();
            if (table.beat(load.get(), clock.instant())) {
                beatAt = before;
            } else {
                LOG.error("another node has this slot: stopping");
                thread.shutdown();
                Quarkus.asyncExit(1);
            }
        } catch (RuntimeException e) {
            LOG.warnf("the heartbeat was not written: %s", e.toString());
        }
    }

    public boolean isHealthy() {
        return beating && System.nanoTime() - beatAt < ALIVE.toNanos();
    }

    /// The node goes away on purpose: nobody needs to wait until it counts as dead.
    public void stop() {
        beating = false;
        thread.shutdownNow();
        table.end();
    }
}
