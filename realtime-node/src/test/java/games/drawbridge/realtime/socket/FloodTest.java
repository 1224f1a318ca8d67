package games.drawbridge.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FloodTest {
    private static final long MILLI = 1_000_000;

    @Test
    void aSteadyPlayerIsNeverAbusive() {
        var flood = new Flood(0);
        for (int i = 0; i < 1_000; i++) assertThat(flood.isAbuse(i * 50 * MILLI)).isFalse();
    }

    @Test
    void threeTimesTheRateForTenSecondsIsAbuse() {
        var flood = new Flood(0);
        boolean abuse = false;
        for (int i = 0; i < 400 && !abuse; i++) abuse = flood.isAbuse(i * 30 * MILLI);
        assertThat(abuse).isTrue();
    }
}
