package games.drawbridge.it;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.faults.Faults;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// The short set of faults, on real processes in a world of its own: nothing that was acknowledged
/// may be gone, nothing may be there twice. How long it took is not asked here.
class FaultsTest {
    private static final Path NODE = Path.of("../realtime-node/target/quarkus-app");

    @Test
    void noPromiseIsBrokenByFaultsOfNodesStoresAndTheNetwork() {
        assertThat(new CommandLine(new Faults()).execute("--short")).isZero();
        assertThat(NODE).as("the nodes were trained").isDirectoryContaining("glob:**/node-*.aot");
    }
}
