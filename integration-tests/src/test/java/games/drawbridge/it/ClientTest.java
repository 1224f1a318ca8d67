package games.drawbridge.it;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The client's own checks: its types, its documents' snippets, its unit tests.
class ClientTest {
    private final Npm client = new Npm(Path.of("../client"));

    @Test
    void theTypesHold() throws Exception {
        client.run("check", Map.of());
    }

    @Test
    void theUnitTestsPass() throws Exception {
        client.run("test", Map.of());
    }
}
