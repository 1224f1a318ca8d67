package games.drawbridge.local.door;

import games.drawbridge.local.gateway.GatewayLimits;
import games.drawbridge.local.http.Answerer;
import games.drawbridge.local.http.Exchange;
import games.drawbridge.local.nodes.Nodes;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;

/// Leads each request to what answers it: everything a person or a browser needs.
public final class FrontDoor implements Handler<HttpServerRequest> {

    /// Bytes of a call of the console.
    private static final int CONSOLE_BODY = 64 * 1024;

    private final Handler<HttpServerRequest> files;
    private final Handler<HttpServerRequest> gateway;
    private final Handler<HttpServerRequest> nodes;
    private final Handler<HttpServerRequest> console;

    /// @param port on which it stands, named in what pages may load
    /// @param client the folder of files
    /// @param console answers below `/_local`, to this machine alone
    public FrontDoor(
            Vertx vertx, int port, Path client, Answerer gateway, Nodes nodes, Answerer console) {
        var tooBig = Problem.of(413, "too-big", "the body is too big");
        var edge = new Edge(gateway);
        this.files = new Exchange(vertx, new StaticFiles(client, policy(port)), 0, tooBig);
        this.gateway = new Exchange(vertx, edge, GatewayLimits.BODY, tooBig);
        this.nodes = new NodeProxy(vertx, nodes);
        this.console = new Exchange(vertx, new LocalOnly(console), CONSOLE_BODY, tooBig);
    }

    /// Pages load from here alone. Safari does not count sockets as `'self'`; IPv6 addresses can't
    /// be said in a policy, but seats are at `localhost`.
    private static String policy(int port) {
        return "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
                + " connect-src 'self' ws://localhost:%1$d ws://127.0.0.1:%1$d;".formatted(port)
                + " object-src 'none'; base-uri 'self'; frame-ancestors 'self'";
    }

    @Override
    public void handle(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        if (path.startsWith("/rt/")) nodes.handle(request);
        else if (path.equals("/_local") || path.startsWith("/_local/")) console.handle(request);
        else if (isCall(path)) gateway.handle(request);
        else files.handle(request);
    }

    private static boolean isCall(String path) {
        return path.startsWith("/v1/")
                || path.equals("/v1")
                || path.startsWith("/.well-known/")
                || path.startsWith("/og/");
    }
}
