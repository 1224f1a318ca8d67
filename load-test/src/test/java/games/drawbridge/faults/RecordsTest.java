package games.drawbridge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordsTest {
    @TempDir Path folder;

    private final Scenario scenario = Faults.all(5).getFirst();

    private Records records() {
        return new Records(Optional.of(folder), folder, Map.of("seed", "1"), () -> Instant.EPOCH);
    }

    private static Figures figures() {
        var figures = new Figures();
        figures.rooms = 3;
        figures.acknowledged = 70;
        figures.lost = 1;
        figures.reset("LOST", 2);
        figures.violation("live I1 r1: gone");
        return figures;
    }

    private static String shown(Scenario scenario, Figures figures) {
        var report = new Report();
        report.add(scenario, figures);
        return report.toString();
    }

    @Test
    void whatIsReadAgainGivesTheSameReport() {
        var records = records();
        var figures = figures();
        records.begin(scenario, true);
        for (double ms : List.of(812.5, 1_204.25)) {
            var before = figures.counts();
            figures.rounds++;
            figures.samples(Figures.SERVE).add(ms);
            records.round(scenario, figures, before);
        }
        figures.samples(Figures.REST).add(0.45);
        records.end(scenario, figures);
        assertThat(records.read(scenario))
                .hasValueSatisfying(read ->
                        assertThat(shown(scenario, read))
                                .isEqualTo(shown(scenario, figures))
                                .contains("813 / 1204 / 1204 (2)", "0.45", "not met"));
    }

    @Test
    void partsAddUp() {
        var records = records();
        for (boolean anew : List.of(true, false)) {
            records.begin(scenario, anew);
            var figures = figures();
            var before = figures.counts();
            figures.rounds = 3;
            figures.samples(Figures.SERVE).add(anew ? 100 : 300);
            records.round(scenario, figures, before);
            records.end(scenario, figures);
        }
        assertThat(records.read(scenario))
                .hasValueSatisfying(read -> {
                    assertThat(read.rounds).isEqualTo(6);
                    assertThat(read.acknowledged).isEqualTo(140);
                    assertThat(read.resets()).containsEntry("LOST", 4);
                    assertThat(read.violations()).hasSize(2);
                    assertThat(shown(scenario, read)).contains("100 / 300 / 300 (2)");
                });
    }

    @Test
    void aScenarioThatWasBrokenOffHasNoFigures() {
        var records = records();
        assertThat(records.read(scenario)).isEmpty();
        records.begin(scenario, true);
        records.round(scenario, figures(), Map.of());
        assertThat(records.read(scenario)).isEmpty();
    }
}
