package games.drawbridge.local.door;

import games.drawbridge.local.http.HttpPort;
import games.drawbridge.local.refusal.Refusal;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/// The port itself, on both of this machine's own addresses. It is taken first, so that nothing is
/// started in vain, and leads somewhere last.
public final class Doorway implements Handler<HttpServerRequest>, AutoCloseable {
    private static final int TRIES = 20;

    private final List<HttpPort> open = new ArrayList<>();
    private volatile Handler<HttpServerRequest> inside = Doorway::starting;

    private Doorway() {}

    /// @param port 0 for any
    /// @throws Refusal when it is taken
    public static Doorway open(Vertx vertx, int port) {
        for (int i = 0; i < TRIES; i++) {
            var doorway = new Doorway();
            if (doorway.take(vertx, port)) return doorway;
            doorway.close();
            if (port != 0) break;
        }
        throw new Refusal(
                "Port " + port + " is taken: stop what uses it, or choose another with --port.");
    }

    private boolean take(Vertx vertx, int port) {
        try {
            open.add(HttpPort.open(vertx, "127.0.0.1", port, this));
        } catch (BindException _) {
            return false;
        }
        try {
            open.add(HttpPort.open(vertx, "::1", port(), this));
            return true;
        } catch (BindException | CompletionException failed) {
            // Without IPv6 there is no such address, and the other one is enough.
            return !String.valueOf(failed.getMessage()).contains("in use");
        }
    }

    public int port() {
        return open.getFirst().port();
    }

    /// From now on requests are led there.
    public void lead(Handler<HttpServerRequest> to) {
        inside = to;
    }

    @Override
    public void handle(HttpServerRequest request) {
        inside.handle(request);
    }

    private static void starting(HttpServerRequest request) {
        var problem = Problem.of(503, "busy", "the local world is starting");
        request.response()
                .setStatusCode(503)
                .putHeader("content-type", Problem.TYPE)
                .putHeader("retry-after", "1")
                .end(problem.body());
    }

    @Override
    public void close() {
        open.forEach(HttpPort::close);
    }
}
