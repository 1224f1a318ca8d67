package games.drawbridge.local.process;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A program that is started again when it ends, as ECS and ElastiCache would, about a second
/// later.
public final class Supervised {
    private static final System.Logger LOG = System.getLogger(Supervised.class.getName());

    private static final Duration AGAIN = Duration.ofSeconds(1);

    /// For one that never gets ready.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /// Between two questions whether it is ready.
    private static final Duration ASK = Duration.ofMillis(50);

    private final String name;
    private final Program program;
    private final CompletableFuture<Supervised> ready = new CompletableFuture<>();
    private volatile State state = State.STARTING;
    private volatile boolean closing;
    private volatile @Nullable Child child;

    /// What is started.
    public interface Program {

        Child start() throws IOException;

        /// Whether it is ready for work.
        boolean answers();
    }

    public enum State {
        STARTING,
        OK,
        /// It was told to stand still.
        PAUSED,
        /// It has ended and will be started again.
        DOWN
    }

    private Supervised(String name, Program program) {
        this.name = name;
        this.program = program;
    }

    /// Starts it; returns at once.
    public static Supervised start(String name, Program program) {
        var supervised = new Supervised(name, program);
        Thread.ofPlatform().daemon().name("supervisor of " + name).start(supervised::watch);
        return supervised;
    }

    /// Done when it is ready for the first time; fails when it ends before.
    public CompletableFuture<Supervised> ready() {
        return ready;
    }

    public String name() {
        return name;
    }

    public State state() {
        return state;
    }

    /// 0 when there is none.
    public long pid() {
        var now = child;
        return now == null || !now.alive() ? 0 : now.pid();
    }

    private void watch() {
        var wait = AGAIN;
        try {
            while (!closing) {
                wait = once() ? AGAIN : wait.multipliedBy(2);
                if (closing) return;
                state = State.DOWN;
                LOG.log(System.Logger.Level.WARNING, name + " ended; it is started again");
                Thread.sleep(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// One life.
    ///
    /// @return whether it got as far as being ready
    private boolean once() throws InterruptedException {
        try {
            state = State.STARTING;
            var started = program.start();
            child = started;
            if (closing) started.stop(Duration.ZERO);
            boolean wasReady = awaitAnswer(started);
            int code = started.ended().join();
            if (!wasReady)
                ready.completeExceptionally(new IOException(name + " ended with " + code));
            return wasReady;
        } catch (IOException | RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, name + " does not start", failed);
            ready.completeExceptionally(failed);
            return false;
        }
    }

    private boolean awaitAnswer(Child started) throws InterruptedException {
        while (started.alive()) {
            if (program.answers()) {
                if (state == State.STARTING) state = State.OK;
                ready.complete(this);
                return true;
            }
            Thread.sleep(ASK);
        }
        return false;
    }

    /// Returns when a killed one is dead; what else it was sent may take its time.
    ///
    /// @throws IOException when it can't be sent
    public void send(Signal signal) throws IOException {
        var now = child;
        if (now == null || !now.alive()) return;
        if (signal == Signal.STOP) state = State.PAUSED;
        now.send(signal);
        if (signal == Signal.KILL) awaitEnd(now);
        if (signal == Signal.CONT && state == State.PAUSED) state = State.OK;
    }

    private void awaitEnd(Child killed) {
        var _ = killed.ended().completeOnTimeout(0, AGAIN.toMillis(), MILLISECONDS).join();
        if (!killed.alive() && child == killed) state = State.DOWN;
    }

    /// Ends it for good.
    ///
    /// @param patience before it is ended by force
    public void stop(Duration patience) {
        closing = true;
        var now = child;
        if (now != null) now.stop(patience);
    }
}
