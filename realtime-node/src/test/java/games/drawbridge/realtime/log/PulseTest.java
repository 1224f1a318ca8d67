package games.drawbridge.realtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.realtime.storage.Timers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class PulseTest {
    private final Deque<Runnable> due = new ArrayDeque<>();
    private final Pulse pulse = new Pulse(this::later, Duration.ofMillis(20));

    private Timers.Cancel later(Duration delay, Runnable task) {
        due.add(task);
        return () -> {};
    }

    @Test
    void allWhoWaitGoAtOneBeat() {
        var first = pulse.next();
        var second = pulse.next();
        assertThat(due).as("timers").hasSize(1);
        assertThat(first).isNotDone();
        due.remove().run();
        assertThat(first).isDone();
        assertThat(second).isDone();
    }

    @Test
    void whoComesBecauseOfABeatWaitsForTheNext() {
        var again = pulse.next().thenCompose(_ -> pulse.next());
        due.remove().run();
        assertThat(again).isNotDone();
        due.remove().run();
        assertThat(again).isDone();
    }

    @Test
    void nobodyWaitsAndNothingBeats() {
        pulse.next();
        due.remove().run();
        assertThat(due).isEmpty();
    }
}
