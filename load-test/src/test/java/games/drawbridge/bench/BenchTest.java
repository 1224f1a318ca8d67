package games.drawbridge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class BenchTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"--workloads=lihgt", "--rounds=0", "--seconds=0", "--share=0", "--colour"})
    void whatCanNotBeMeasuredIsRefused(String option) {
        assertThat(new CommandLine(new Bench()).execute(option)).isEqualTo(2);
    }
}
