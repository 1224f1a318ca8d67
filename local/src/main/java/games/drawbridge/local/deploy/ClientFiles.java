package games.drawbridge.local.deploy;

import java.nio.file.Path;
import java.util.Set;

/// Which files of the client's folder are for players. What the CDN serves is the source, but its
/// makers keep their tools there too.
public final class ClientFiles {
    private static final Set<String> WORKSHOP =
            Set.of(
                    "node_modules",
                    "target",
                    "tests",
                    "package.json",
                    "package-lock.json",
                    "tsconfig.json");

    private ClientFiles() {}

    /// @param file relative to the client's folder
    public static boolean isPublic(Path file) {
        for (Path part : file) {
            String name = part.toString();
            if (name.startsWith(".") || WORKSHOP.contains(name)) return false;
        }
        return true;
    }
}
