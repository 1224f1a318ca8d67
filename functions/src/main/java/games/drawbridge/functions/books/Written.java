package games.drawbridge.functions.books;

import java.nio.file.Path;

/// A file that is complete.
record Written(String name, Path path, String sha256, long bytes) {}
