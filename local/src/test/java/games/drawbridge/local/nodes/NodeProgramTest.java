package games.drawbridge.local.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeProgramTest {
    private static final Path IMAGE = Path.of("../realtime-node/Dockerfile");

    @Test
    void theImageStartsNodesWithTheHeapThatIsMeasured() throws IOException {
        var file = Files.readString(IMAGE);
        int entry = file.indexOf("ENTRYPOINT");
        var cache = file.substring(file.indexOf("-XX:AOTCacheOutput"), entry);
        var start = file.substring(entry);
        for (var flag : NodeProgram.HEAP_FLAGS)
            assertThat(List.of(cache, start)).as(flag).allMatch(it -> it.contains(flag));
    }
}
