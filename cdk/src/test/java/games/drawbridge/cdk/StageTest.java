package games.drawbridge.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageTest {
    private static final Path STAGES = Path.of("stages");

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void samDeploysTheSameStackInTheSameRegion(String name) throws IOException {
        var stage = Stage.read(STAGES, name);
        String sam = Files.readString(Path.of("../samconfig.toml"));
        String own = sam.substring(sam.indexOf("[%s.deploy.parameters]".formatted(name)));
        assertThat(own)
                .contains(
                        "stack_name = \"%s\"\nregion = \"%s\""
                                .formatted(stage.stack(), stage.region()));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    slots=6               | slots=0               | slots is 0
                    slots=6               | slots=101             | slots is 101
                    minimum=3             | minimum=7             | minimum is 7 of 6 slots
                    minimum=3             | minimum=0             | minimum is 0
                    minimum=3             | minimum=many          | many
                    minimum=3             | minimal=3             | minimum is not said
                    budget=2000           | budget=2000\\nbudge=1 | unknown names [budge]
                    endpointZones=2       | endpointZones=3       | endpointZones is 3
                    origin=https://       | origin=http://        | origin is no https address
                    """)
    void aFaultyStageIsTurnedAway(String good, String faulty, String why) throws IOException {
        String text = Files.readString(STAGES.resolve("prod.properties"));
        assertThat(text).contains(good);
        Files.writeString(
                folder.resolve("prod.properties"), text.replace(good, faulty.replace("\\n", "\n")));
        assertThatThrownBy(() -> Stage.read(folder, "prod"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
