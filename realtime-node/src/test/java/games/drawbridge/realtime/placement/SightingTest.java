package games.drawbridge.realtime.placement;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.model.room.Candidate;
import games.drawbridge.model.room.NodeId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SightingTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Candidate NODE =
            new Candidate(new NodeId("n1"), "first", 0, Candidate.State.OK, null);

    private final Sighting sighting = Sighting.first(NODE, NOON, 0);

    private static long after(int millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    private static Instant clock(int millis) {
        return NOON.plusMillis(millis);
    }

    @Test
    void aNodeThatBeatIsAlive() {
        assertThat(sighting.isAlive(clock(900), after(900))).isTrue();
        assertThat(sighting.isDead(clock(3_900), after(3_900))).isFalse();
    }

    @Test
    void aRowThatIsOldByTheClockIsDeadOnceItIsSeenToStandStill() {
        var late = clock(60_000);
        assertThat(sighting.isDead(late, after(1_400))).isFalse();
        assertThat(sighting.isAlive(late, after(1_400))).isFalse();
        assertThat(sighting.isDead(late, after(1_500))).isTrue();
    }

    @Test
    void aReaderWhoseClockIsBehindSeesItStandStillAsWell() {
        var early = NOON.minusSeconds(3_600);
        assertThat(sighting.isDead(early, after(3_900))).isFalse();
        assertThat(sighting.isDead(early, after(4_000))).isTrue();
    }

    @Test
    void aReaderWhoseClockIsAheadTakesNoNodeForDeadThatBeats() {
        var ahead = NOON.plusSeconds(3_600);
        var seen = sighting;
        for (int second = 1; second < 10; second++) {
            assertThat(seen.isDead(ahead.plusSeconds(second), after(second * 1_000))).isFalse();
            seen = seen.then(NODE, clock(second * 1_000), after(second * 1_000));
            assertThat(seen.isAlive(ahead.plusSeconds(second), after(second * 1_000))).isTrue();
        }
    }

    @Test
    void theNextLifeOfANodeBeginsAnew() {
        var next = new Candidate(new NodeId("n1"), "second", 0, Candidate.State.OK, null);
        var seen = sighting.then(next, NOON.minusSeconds(9), after(5_000));
        assertThat(seen.isDead(clock(5_000), after(5_000))).isFalse();
        assertThat(seen.isAlive(clock(5_000), after(5_000))).isFalse();
        assertThat(seen.node().generation()).isEqualTo("second");
    }
}
