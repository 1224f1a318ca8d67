package games.drawbridge.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final long MILLI = 1_000_000;

    @Test
    void twentyMovesAtOnceAndThenTenASecond() {
        var allowance = new Allowance(0);
        for (int i = 0; i < 20; i++) assertThat(allowance.move(0)).isZero();
        assertThat(allowance.move(0)).isEqualTo(100);
        assertThat(allowance.move(40 * MILLI)).isEqualTo(60);
        assertThat(allowance.move(100 * MILLI)).isZero();
        assertThat(allowance.move(100 * MILLI)).isEqualTo(100);
    }

    @Test
    void whoRestedHasTheWholeBurstAgainAndNoMore() {
        var allowance = new Allowance(0);
        for (int i = 0; i < 20; i++) allowance.move(0);
        for (int i = 0; i < 20; i++) assertThat(allowance.move(60_000 * MILLI)).isZero();
        assertThat(allowance.move(60_000 * MILLI)).isPositive();
    }

    @Test
    void aSteadyPlayerIsNeverAbusive() {
        var allowance = new Allowance(0);
        for (int i = 0; i < 1_000; i++) assertThat(allowance.isAbuse(i * 50 * MILLI)).isFalse();
    }

    @Test
    void threeTimesTheRateForTenSecondsIsAbuse() {
        var allowance = new Allowance(0);
        boolean abuse = false;
        for (int i = 0; i < 400 && !abuse; i++) abuse = allowance.isAbuse(i * 30 * MILLI);
        assertThat(abuse).isTrue();
    }
}
