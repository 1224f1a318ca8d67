package games.drawbridge.bench.work;

import games.drawbridge.bench.server.Contestant;
import games.drawbridge.bench.server.Running;

/// Something that servers are made to do.
public interface Workload {
    String name();

    /// In a sentence, for the page.
    String what();

    /// Whether that contestant can do it.
    default boolean suits(Contestant contestant) {
        return true;
    }

    /// Whether a server stays up for all its rounds, as its compilers take a minute to rest; else
    /// each round has a new one.
    default boolean stays() {
        return false;
    }

    /// Makes a server work that has just started, before its first round.
    ///
    /// @throws Exception when it does not
    default void warmUp(Running running, Size size) throws Exception {}

    /// A round: players come, make the server work, and go.
    ///
    /// @throws Exception when it could not be measured
    Measured measure(Running running, Size size) throws Exception;
}
