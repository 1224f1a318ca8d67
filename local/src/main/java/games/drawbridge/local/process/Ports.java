package games.drawbridge.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/// Finds ports for children: the wished one if it is free, so that addresses stay the same from run
/// to run, else any.
public final class Ports {
    private static final int TRIES = 100;

    private final Set<Integer> given = new HashSet<>();

    /// @param wished 0 for any
    /// @throws IOException when no port is free
    public synchronized int take(int wished) throws IOException {
        if (wished != 0 && !given.contains(wished) && free(wished)) {
            given.add(wished);
            return wished;
        }
        for (int i = 0; i < TRIES; i++) {
            int port = any();
            if (given.add(port)) return port;
        }
        throw new IOException("no port is free");
    }

    private static int any() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Whether nobody listens there, on this machine's own address or on all of them.
    private static boolean free(int port) {
        return binds(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && binds(new InetSocketAddress(port));
    }

    private static boolean binds(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.bind(address, 1);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
