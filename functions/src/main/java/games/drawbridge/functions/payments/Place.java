package games.drawbridge.functions.payments;

import games.drawbridge.functions.Environment;
import java.net.URI;
import java.util.Set;

/// Where this is running.
final class Place {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private Place() {}

    /// Whether it is the local world, where everybody knows the secrets.
    static boolean isLocal(Environment environment) {
        var origin = URI.create(environment.get("ORIGIN"));
        return LOOPBACK.contains(String.valueOf(origin.getHost()));
    }
}
