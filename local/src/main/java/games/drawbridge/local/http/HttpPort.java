package games.drawbridge.local.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.BindException;
import java.util.concurrent.CompletionException;

/// A port of this machine's own address on which requests are heard.
public final class HttpPort implements AutoCloseable {

    /// Bytes of all headers: above API Gateway's limit, so that its own answer can be given.
    private static final int MOST_HEADERS = 64 * 1024;

    private final HttpServer server;

    private HttpPort(HttpServer server) {
        this.server = server;
    }

    /// @param port 0 for any
    /// @throws BindException when it is taken
    public static HttpPort open(
            Vertx vertx, String host, int port, Handler<HttpServerRequest> handler)
            throws BindException {
        var options =
                new HttpServerOptions()
                        .setMaxHeaderSize(MOST_HEADERS)
                        .setMaxInitialLineLength(MOST_HEADERS)
                        .setHttp2ClearTextEnabled(false)
                        .setHandle100ContinueAutomatically(true);
        try {
            var server = vertx.createHttpServer(options).requestHandler(handler);
            return new HttpPort(
                    server.listen(port, host).toCompletionStage().toCompletableFuture().join());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof BindException taken) throw taken;
            throw failed;
        }
    }

    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
