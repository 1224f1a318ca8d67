package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.faults.Rehearse;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// What operators do seldom, in its short form, on real processes in a world of its own.
class RehearsalTest {

    @Test
    void anUpgradeUnderLoadLosesNothing() {
        assertThat(rehearse("upgrade")).isZero();
    }

    @Test
    void tablesThatAreLostComeBackWithLedgerAndRoomsConsistent() {
        assertThat(rehearse("restore")).isZero();
    }

    private static int rehearse(String what) {
        return new CommandLine(new Rehearse()).execute(what, "--short", "--nodes", "2");
    }
}
