package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.faults.Rehearse;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// What operators do seldom, in its short form, on real processes in a world of its own. Of an
/// upgrade every build sees the parts: [DeployTest], and the rolling restart of [FaultsTest].
class RehearsalTest {

    @Test
    void tablesThatAreLostComeBackWithLedgerAndRoomsConsistent() {
        var words = new String[] {"restore", "--short", "--nodes", "2"};
        assertThat(new CommandLine(new Rehearse()).execute(words)).isZero();
    }
}
