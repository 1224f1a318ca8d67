package games.drawbridge.local;

import java.time.Duration;

/// Hears how the start of a world goes on.
@FunctionalInterface
public interface Progress {
    Progress SILENT = (_, _) -> {};

    /// A part is ready.
    ///
    /// @param took since it was begun
    void ready(String part, Duration took);
}
