package games.drawbridge.local.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// The instances of one function. Each serves one request at a time; a new one is made when all are
/// busy, and the one used last is used next, so that the others grow old and go.
final class Instances {
    private final int most;
    private final Duration idle;
    private final Deque<Instance> waiting = new ArrayDeque<>();
    private int count;

    /// A place for one instance.
    static final class Instance {
        private Instant usedAt = Instant.EPOCH;
        private @org.jspecify.annotations.Nullable Object handler;

        /// The handler, made on first use.
        Object handler(java.util.concurrent.Callable<Object> make) throws Exception {
            Object made = handler;
            if (made == null) handler = made = make.call();
            return made;
        }

        boolean cold() {
            return handler == null;
        }
    }

    Instances(int most, Duration idle) {
        this.most = most;
        this.idle = idle;
    }

    /// One that is free, or a new one; none when too many are at work.
    synchronized Optional<Instance> take() {
        var free = waiting.pollFirst();
        if (free != null) return Optional.of(free);
        if (count == most) return Optional.empty();
        count++;
        return Optional.of(new Instance());
    }

    synchronized void giveBack(Instance instance, Instant now) {
        instance.usedAt = now;
        waiting.addFirst(instance);
        while (waiting.getLast().usedAt.plus(idle).isBefore(now)) {
            waiting.removeLast();
            count--;
        }
    }

    /// It is not to be used again.
    synchronized void drop() {
        count--;
    }
}
