package games.drawbridge.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.history.Violation;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The checker is worth something only if it sees a broken rule: each of these is seen in the first
/// thousand seeds, at the one named here.
class BugTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NO_COMPARE_AND_SET           |   2 | 2 3 4
                    ACKNOWLEDGED_BEFORE_APPENDED |   2 | 8
                    TOLD_BEFORE_APPENDED         |   3 | 4 8
                    MOVES_FORGOTTEN              |   5 | 2
                    NO_BARRIER                   |   5 | 2 3 4
                    BARRIER_JUMPED_OVER          |  27 | 3 4
                    LOST_ANSWER_TAKEN_FOR_FENCED | 550 | 9
                    NOBODY_LOOKS                 | 102 | 5
                    PARTIAL_REPLAY               |  28 | 4
                    EPOCH_BEGUN_TWICE            | 188 | 1 3 4
                    """)
    void aBrokenRuleIsSeen(Bug bug, long seed, String invariants) {
        assertThat(Simulation.run(seed, Seams.NONE).violations()).isEmpty();
        assertThat(broken(bug, seed))
                .containsAll(Stream.of(invariants.split(" ")).map(Integer::valueOf).toList());
    }

    private static Set<Integer> broken(Bug bug, long seed) {
        return Simulation.run(seed, bug).violations().stream()
                .map(Violation::invariant)
                .collect(Collectors.toSet());
    }

    @Test
    void thereAreTen() {
        assertThat(Arrays.asList(Bug.values())).hasSize(10);
    }
}
