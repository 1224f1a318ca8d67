package games.drawbridge.bench.server;

import games.drawbridge.local.process.Child;
import games.drawbridge.local.process.Command;
import games.drawbridge.local.process.PidFile;
import games.drawbridge.local.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Starts contestants as children.
public final class Programs {
    private static final Duration READY = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(10);

    private final Path folder;
    private final Ports ports = new Ports(new SecureRandom());

    /// @param folder for output and process numbers
    /// @throws IOException when it can't be made
    public Programs(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    int port() throws IOException {
        return ports.take(0);
    }

    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /// Starts one and waits until it takes sockets.
    ///
    /// @throws IOException when it does not
    Child start(String name, Command command, int port) throws IOException {
        var child = Child.start(name, command, new PidFile(folder.resolve(name + ".pid")));
        long until = System.nanoTime() + READY.toNanos();
        while (!listens(port)) {
            if (!child.alive() || System.nanoTime() > until) {
                child.stop(END);
                throw new IOException(name + " does not start: see " + command.log());
            }
            LockSupport.parkNanos(20_000_000);
        }
        return child;
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    static void stop(Child child) {
        child.stop(END);
    }
}
