package games.drawbridge.bench.server;

import games.drawbridge.bench.wire.Visit;

/// A contestant that runs.
public interface Running extends AutoCloseable {

    /// On the loopback.
    int port();

    /// The server's own process.
    Proc process();

    /// Microseconds of CPU of the store that it writes to; 0 where there is none.
    default long storeMicros() {
        return 0;
    }

    /// A player's client. May take as long as a call does; the first of a room makes it.
    ///
    /// @param room 0, 1, 2 …
    /// @param seat 0, 1, 2 … in the room
    /// @param seats of the room
    Visit visit(int room, int seat, int seats);

    /// The client of somebody who only holds a connection.
    ///
    /// @param n 0, 1, 2 …
    default Visit guest(int n) {
        return visit(n / 4, n % 4, 4);
    }

    /// The client of somebody who looks at a map with everybody else.
    ///
    /// @param n 0, 1, 2 …
    /// @throws UnsupportedOperationException where there is no map
    default Visit watcher(int n) {
        throw new UnsupportedOperationException();
    }

    /// Who comes from now on is somebody else, in rooms of their own.
    default void renew() {}

    @Override
    void close();
}
