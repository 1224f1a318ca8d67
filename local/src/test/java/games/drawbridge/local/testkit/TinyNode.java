package games.drawbridge.local.testkit;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;

/// A program that keeps to what the world asks of a node: health, a socket (which says everything
/// twice), an end on TERM. It stands in for nothing: it is there to be started and killed.
public final class TinyNode {
    private TinyNode() {}

    public static void main(String[] arguments) {
        var environment = System.getenv();
        String node = environment.get("NODE_ID");
        int port = Integer.parseInt(environment.get("PORT"));
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request -> {
                    int status = request.path().endsWith("/health") ? 200 : 404;
                    request.response().setStatusCode(status).end(node);
                })
                .webSocketHandler(TinyNode::echo)
                .listen(port, environment.get("BIND"));
    }

    private static void echo(ServerWebSocket socket) {
        socket.textMessageHandler(text -> socket.writeTextMessage(text + text));
    }
}
