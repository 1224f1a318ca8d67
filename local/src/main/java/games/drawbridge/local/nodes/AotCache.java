package games.drawbridge.local.nodes;

import games.drawbridge.local.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// What one life of a node leaves to later ones: its classes, loaded and linked (JEP 483). A start
/// with it takes a third of the work.
///
/// @param jar of the node, beside which the cache lies
record AotCache(Path jar) {

    /// Of this JVM and this class path: another could not use it.
    private Path file() {
        int of = Objects.hash(System.getProperty("java.home"), Command.ownCode().toString());
        return jar.resolveSibling("node-%08x.aot".formatted(of));
    }

    /// Whether there is one of this very jar.
    boolean isMade() {
        try {
            return Files.exists(file())
                    && !Files.getLastModifiedTime(file())
                            .toInstant()
                            .isBefore(Files.getLastModifiedTime(jar).toInstant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// For a life that uses it; a JVM that can't starts without.
    String flag() {
        return isMade() ? "-XX:AOTCache=" + file() : "-XX:AOTMode=off";
    }

    /// For the life that writes it.
    String training() {
        return "-XX:AOTCacheOutput=" + file();
    }
}
