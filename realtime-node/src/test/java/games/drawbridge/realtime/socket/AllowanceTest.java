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
    void isFullUntilItIsUsedAndAgainAfterARest() {
        var allowance = new Allowance(0);
        assertThat(allowance.isFull(0)).isTrue();
        allowance.move(0);
        assertThat(allowance.isFull(99 * MILLI)).isFalse();
        assertThat(allowance.isFull(100 * MILLI)).isTrue();
    }
}
