package games.drawbridge.realtime.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTest {
    private static final long TICK = LoadLimits.EVERY.toNanos();

    private long now;
    private long work;
    private final BusyShare busy = new BusyShare(() -> work, 2, () -> now);

    /// Lets time pass in which this share of two loops' time is work.
    private void pass(int ticks, int percent) {
        for (int i = 0; i < ticks; i++) {
            busy.look();
            now += TICK;
            work += TICK * 2 * percent / 100;
        }
        busy.look();
    }

    @Test
    void theShareIsOfAllLoopsTime() {
        assertThat(busy.percent()).isZero();
        pass(20, 30);
        assertThat(busy.percent()).isEqualTo(30);
    }

    @Test
    void aBurstPassesAndACrowdIsSeenInSeconds() {
        pass(20, 10);
        pass(1, 100);
        assertThat(busy.percent()).isLessThan(25);
        pass(8, 90);
        assertThat(busy.percent()).isGreaterThan(80);
        pass(12, 10);
        assertThat(busy.percent()).isEqualTo(10);
    }

    @Test
    void aReadingThatIsNonsenseStaysAShare() {
        work = 1_000;
        pass(5, 150);
        assertThat(busy.percent()).isEqualTo(100);
        work = 0;
        busy.look();
        assertThat(busy.percent()).isBetween(0, 100);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # busy, connections, places rooms?, ticket of an open room?, of another?
                    0,      1,           true,          true,                    true
                    50,     100,         true,          true,                    true
                    51,     100,         false,         true,                    true
                    70,     100,         false,         true,                    true
                    71,     100,         false,         true,                    false
                    85,     100,         false,         true,                    false
                    86,     1,           false,         false,                   false
                    0,      101,         true,          false,                   false
                    """)
    void theBusierTheFewerComeIn(
            int percent, int connections, boolean rooms, boolean open, boolean other) {
        var admission = new Admission(() -> percent, 100);
        assertThat(admission.takesRooms()).isEqualTo(rooms);
        assertThat(admission.admits(connections, true)).isEqualTo(open);
        assertThat(admission.admits(connections, false)).isEqualTo(other);
    }

    @Test
    void thereIsRoomForWhoComesBack() {
        var admission = new Admission(() -> 100, 100);
        assertThat(admission.accepts(124)).isTrue();
        assertThat(admission.accepts(125)).isFalse();
    }
}
