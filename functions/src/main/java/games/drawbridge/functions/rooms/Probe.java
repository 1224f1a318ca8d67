package games.drawbridge.functions.rooms;

import games.drawbridge.model.room.NodeId;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a node whether it lives, on the way that its players take. With the JDK's old client: the
/// AWS clients use it too, so it is loaded already, and it keeps connections.
final class Probe {
    private static final int MILLIS = (int) RoomLimits.PROBE.toMillis();

    private static final int TRIES = 2;

    private final URI origin;

    Probe(URI origin) {
        this.origin = origin;
    }

    /// Whether the node says that it is well; false after two tries of [RoomLimits#PROBE].
    boolean answers(NodeId node) {
        for (int n = 0; n < TRIES; n++) if (answersNow(node)) return true;
        return false;
    }

    /// What the connection's own timeouts leave out (names, the handshake) is bounded as well.
    private boolean answersNow(NodeId node) {
        var status = new FutureTask<>(() -> status(node));
        Thread.ofPlatform().daemon().start(status);
        try {
            return status.get(MILLIS, TimeUnit.MILLISECONDS) == HttpURLConnection.HTTP_OK;
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private int status(NodeId node) throws IOException {
        var url = origin.resolve("/rt/" + node + "/health").toURL();
        var connection = (HttpURLConnection) url.openConnection();
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        connection.setUseCaches(false);
        try (var body = connection.getInputStream()) {
            body.readAllBytes();
        }
        return connection.getResponseCode();
    }
}
