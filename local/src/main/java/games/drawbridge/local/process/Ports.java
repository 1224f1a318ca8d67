package games.drawbridge.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Finds ports for children: the wished one if it is free, so that addresses stay the same from run
/// to run, else any.
public final class Ports {
    private static final int TRIES = 100;

    /// Below those that systems lend to outgoing connections: a child takes its port a moment
    /// later.
    private static final int FIRST = 20_000;

    private static final int COUNT = 12_000;

    private final RandomGenerator random;
    private final Set<Integer> given = new HashSet<>();

    public Ports(RandomGenerator random) {
        this.random = random;
    }

    /// @param wished 0 for any
    /// @throws IOException when no port is free
    public synchronized int take(int wished) throws IOException {
        if (wished != 0 && !given.contains(wished) && free(wished)) {
            given.add(wished);
            return wished;
        }
        for (int i = 0; i < TRIES; i++) {
            int port = FIRST + random.nextInt(COUNT);
            if (!given.contains(port) && free(port)) {
                given.add(port);
                return port;
            }
        }
        throw new IOException("no port is free");
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
