package games.drawbridge.realtime.storage;

import io.netty.util.HashedWheelTimer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Runs something later. A simulation brings its own.
public interface Timers {

    /// Between two looks at what is due.
    Duration TICK = Duration.ofMillis(20);

    /// Takes a timer back; harmless when it has run.
    interface Cancel {
        void cancel();
    }

    Cancel after(Duration delay, Runnable task);

    /// Timers of this machine's clock, on a thread of their own, up to [#TICK] late. Tasks must be
    /// short. A wheel, for nearly all of them are taken back: every call to a store has one.
    static Timers real() {
        var wheel =
                new HashedWheelTimer(
                        Thread.ofPlatform().daemon().name("timers").factory(),
                        TICK.toMillis(),
                        TimeUnit.MILLISECONDS);
        return (delay, task) -> {
            var timer = wheel.newTimeout(_ -> task.run(), delay.toMillis(), TimeUnit.MILLISECONDS);
            return timer::cancel;
        };
    }
}
