package games.drawbridge.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.realtime.room.Room;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `./drawbridge simulate` runs more of them.
class SimulationTest {

    @Test
    void everyPromiseIsKeptOnFiveHundredEvenings() throws InterruptedException {
        var summary = new Summary();
        var violations = new ArrayList<String>();
        new Seeds(1, 500, 2)
                .run(outcome -> {
                    summary.add(outcome);
                    outcome.violations()
                            .forEach(it -> violations.add("seed " + outcome.seed() + " " + it));
                });
        assertThat(violations).isEmpty();
        assertThat(summary.seeds()).isEqualTo(500);
        assertThat(summary.takeOvers()).isGreaterThan(1_000);
        assertThat(summary.acknowledged()).isGreaterThan(30_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 98, 188, 503})
    void aSeedIsTheSameEveningEachTime(long seed) {
        var one = Simulation.run(seed, Seams.NONE);
        var other = Simulation.run(seed, Seams.NONE);
        assertThat(one.history().lines()).hasSizeGreaterThan(100);
        assertThat(other.history().hash()).isEqualTo(one.history().hash());
        assertThat(other.violations()).isEqualTo(one.violations());
    }

    /// What was found on longer runs.
    @ParameterizedTest
    @ValueSource(longs = {2548, 2881, 9319, 13255, 13585, 14513})
    void aSeedThatFailedOnceKeepsItsPromises(long seed) {
        assertThat(Simulation.run(seed, Seams.NONE).violations()).isEmpty();
    }

    @Test
    void whatTheEngineCallsAnErrorIsHeard() {
        try (var complaints = new Complaints()) {
            Logger.getLogger(Room.class).error("wrong");
            assertThat(complaints.all()).containsExactly("wrong");
        }
    }

    @Test
    void anotherSeedIsAnotherEvening() {
        assertThat(List.of(1L, 2L, 3L, 4L, 5L))
                .extracting(seed -> Simulation.run(seed, Seams.NONE).history().hash())
                .doesNotHaveDuplicates();
    }
}
