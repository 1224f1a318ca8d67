package games.drawbridge.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.history.Violation;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The checker is worth something only if it sees a broken rule: each of these is seen in the first
/// thousand seeds.
class BugTest {

    private static final int SEEDS = 1000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    NO_COMPARE_AND_SET           | 2 3 4
                    ACKNOWLEDGED_BEFORE_APPENDED | 8
                    TOLD_BEFORE_APPENDED         | 4 8
                    MOVES_FORGOTTEN              | 2
                    NO_BARRIER                   | 2 3 4
                    BARRIER_JUMPED_OVER          | 3 4
                    LOST_ANSWER_TAKEN_FOR_FENCED | 9
                    NOBODY_LOOKS                 | 5
                    PARTIAL_REPLAY               | 4
                    EPOCH_BEGUN_TWICE            | 2 3 5
                    """)
    void aBrokenRuleIsSeen(Bug bug, String invariants) {
        var wanted = Stream.of(invariants.split(" ")).map(Integer::valueOf).toList();
        var seed =
                LongStream.range(0, SEEDS)
                        .filter(each -> broken(bug, each).containsAll(wanted))
                        .findFirst();
        assertThat(seed).as("a seed that shows it").isPresent();
        assertThat(Simulation.run(seed.getAsLong(), Seams.NONE).violations()).isEmpty();
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
