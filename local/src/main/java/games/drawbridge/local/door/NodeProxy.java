package games.drawbridge.local.door;

import games.drawbridge.local.nodes.Node;
import games.drawbridge.local.nodes.Nodes;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import java.util.Optional;
import java.util.regex.Pattern;

/// Leads `/rt/NODE` to that node, sockets above all. Where nobody listens the answer is 502, as a
/// load balancer gives it.
final class NodeProxy implements Handler<HttpServerRequest> {
    private static final Pattern PATH = Pattern.compile("/rt/([a-z0-9-]{1,32})(/.*)?");

    /// Milliseconds: on this machine a port answers at once or never.
    private static final int CONNECT = 2_000;

    private final Nodes nodes;
    private final HttpProxy proxy;

    NodeProxy(Vertx vertx, Nodes nodes) {
        this.nodes = nodes;
        var options = new HttpClientOptions().setConnectTimeout(CONNECT).setMaxPoolSize(10_000);
        this.proxy = HttpProxy.reverseProxy(vertx.createHttpClient(options)).origin(this::origin);
    }

    private Future<HttpClientRequest> origin(ProxyContext context) {
        var request = context.request().proxiedRequest();
        var port = node(request).orElseThrow().port();
        var server = SocketAddress.inetSocketAddress(port, "127.0.0.1");
        return context.client()
                .request(new RequestOptions().setServer(server))
                .onSuccess(onward -> endTogether(request, onward));
    }

    /// The proxy overlooks a node's end when the connection is reset, as it is when a killed node
    /// has not read everything: the player's socket would stay open and lead nowhere.
    private static void endTogether(HttpServerRequest socket, HttpClientRequest onward) {
        if (!socket.headers().contains(HttpHeaders.UPGRADE)) return;
        var players = socket.connection();
        onward.connection().closeHandler(_ -> players.close());
    }

    @Override
    public void handle(HttpServerRequest request) {
        var node = node(request);
        if (node.isEmpty()) end(request.response(), 404, "not-found", "there is no such node");
        else if (!node.get().up()) end(request.response(), 502, "node-away", "the node is away");
        else proxy.handle(request);
    }

    private Optional<Node> node(HttpServerRequest request) {
        var path = PATH.matcher(String.valueOf(request.path()));
        return path.matches() ? nodes.find(path.group(1)) : Optional.empty();
    }

    private static void end(HttpServerResponse response, int status, String code, String detail) {
        var problem = Problem.of(status, code, detail);
        response.setStatusCode(status).putHeader("content-type", Problem.TYPE);
        response.end(problem.body());
    }
}
