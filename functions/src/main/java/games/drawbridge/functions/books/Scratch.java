package games.drawbridge.functions.books;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder that is gone when it is closed.
record Scratch(Path folder) implements Closeable {

    static Scratch open() throws IOException {
        return new Scratch(Files.createTempDirectory("books"));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }
}
