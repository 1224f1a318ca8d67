package games.drawbridge.bench.server;

/// A room server that is measured.
public interface Contestant {

    /// As in the tables.
    String name();

    /// What it is, with its version.
    String what();

    /// Starts it afresh, with nobody there; returns when it takes sockets.
    ///
    /// @throws Exception when it does not start
    Running start() throws Exception;
}
