package games.drawbridge.replay;

import games.drawbridge.functions.Environment;
import java.net.URI;
import java.util.Map;
import picocli.CommandLine.Option;

/// Where a command finds rooms and their logs.
public final class Where {
    @Option(
            names = "--origin",
            defaultValue = "http://localhost:8080",
            description = "where the local world is (${DEFAULT-VALUE})")
    private URI origin = URI.create("http://localhost:8080");

    /// @throws Failure when nobody is up there
    public Environment stores(Map<String, String> environment) {
        return Stores.of(environment, origin);
    }
}
