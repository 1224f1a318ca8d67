package games.drawbridge.realtime.placement;

import games.drawbridge.realtime.placement.NodesTable.Load;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/// Says every second that this node lives, on a thread of its own, so that no work of rooms can
/// delay it.
///
/// A beat that arrived is a *lease* on all rooms of the node: while it lasts nobody else takes them
/// over. It is counted by this machine's own monotonic time from before the beat was sent, and is a
/// second shorter than others wait, so that it is over here before it is there.
public final class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofSeconds(3);

    private final NodesTable table;
    private final Supplier<Load> load;
    private final InstantSource clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private volatile long beatAt;
    private volatile boolean beating;
    private volatile boolean draining;

    public Heartbeat(NodesTable table, Supplier<Load> load, InstantSource clock) {
        this.table = table;
        this.load = load;
        this.clock = clock;
    }

    /// @param onDrain called when an operator wants this node empty
    /// @param onReplaced called when another node has this slot
    public void start(Runnable onDrain, Runnable onReplaced) {
        table.begin(load(), clock.instant());
        beatAt = System.nanoTime();
        beating = true;
        var _ =
                thread.scheduleAtFixedRate(
                        () -> beat(onDrain, onReplaced),
                        EVERY.toMillis(),
                        EVERY.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void beat(Runnable onDrain, Runnable onReplaced) {
        try {
            long before = System.nanoTime();
            switch (table.beat(load(), clock.instant())) {
                case GO_ON -> beatAt = before;
                case DRAIN -> {
                    beatAt = before;
                    if (!isDraining()) onDrain.run();
                }
                case STOP -> {
                    LOG.error("another node has this slot: stopping");
                    thread.shutdown();
                    onReplaced.run();
                }
            }
        } catch (RuntimeException e) {
            LOG.warnf("the heartbeat was not written: %s", e.toString());
        }
    }

    private Load load() {
        var now = load.get();
        return draining ? new Load("drain", now.rooms(), now.players(), now.busy()) : now;
    }

    /// Whether nobody else can have taken this node's rooms for a dead one's.
    public boolean isHealthy() {
        return beating && System.nanoTime() - beatAt < LEASE.toNanos();
    }

    public boolean isDraining() {
        return draining;
    }

    /// Says at once that this node takes no more rooms.
    public void drain() {
        draining = true;
        var _ = table.beat(load(), clock.instant());
    }

    /// The node goes away on purpose: nobody needs to wait until it counts as dead.
    public void stop() {
        beating = false;
        thread.shutdownNow();
        table.end();
    }
}
