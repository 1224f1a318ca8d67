package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Contestant;

/// Something that servers are made to do.
public interface Workload {
    String name();

    /// In a sentence, for the page.
    String what();

    /// Whether that contestant can do it.
    default boolean suits(Contestant contestant) {
        return true;
    }

    /// Starts the server, makes it work and ends it.
    ///
    /// @throws Exception when it could not be measured
    Measured measure(Contestant contestant, Size size) throws Exception;
}
