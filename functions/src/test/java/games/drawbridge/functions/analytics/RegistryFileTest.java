package games.drawbridge.functions.analytics;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.functions.json.JsonText;
import games.drawbridge.model.analytics.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Events are only ever added: whoever asks about last year needs what was there last year.
class RegistryFileTest {
    private static final Path NOW = Path.of("src/main/resources/events.json");

    /// As the last release had it; a release writes it anew with `-Dupdate=true`.
    private static final Path RELEASED = Path.of("src/test/resources/events-released.json");

    @Test
    void nothingIsLostOfWhatWasReleased() throws IOException {
        var released = JsonText.read(Files.readString(RELEASED), Registry.class);
        assertThat(Events.REGISTRY.lost(released)).isEmpty();
        if (Boolean.getBoolean("update")) Files.copy(NOW, RELEASED, REPLACE_EXISTING);
    }

    /// Hive's names, in which capitals count for nothing, and the column that a day's folder is.
    @Test
    void everyColumnIsATablesColumn() {
        assertThat(Events.REGISTRY.table())
                .allSatisfy(field ->
                        assertThat(field.name()).matches("[a-z][a-z0-9_]*").isNotEqualTo("day"));
    }
}
