package games.drawbridge.local.http;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Takes one request off the event loop: reads all of it, lets an answerer work on a thread of its
/// own and writes what it says.
public final class Exchange implements Handler<HttpServerRequest> {
    private static final System.Logger LOG = System.getLogger(Exchange.class.getName());

    private final Vertx vertx;
    private final Answerer answerer;
    private final int mostBody;
    private final Response tooBig;

    /// @param mostBody bytes of a request's body
    /// @param tooBig what is said to more
    public Exchange(Vertx vertx, Answerer answerer, int mostBody, Response tooBig) {
        this.vertx = vertx;
        this.answerer = answerer;
        this.mostBody = mostBody;
        this.tooBig = tooBig;
    }

    @Override
    public void handle(HttpServerRequest request) {
        var context = vertx.getOrCreateContext();
        var body = Buffer.buffer();
        request.handler(chunk -> {
            if (body.length() <= mostBody) body.appendBuffer(chunk);
        });
        request.endHandler(_ -> {
            if (body.length() > mostBody) write(request, tooBig);
            else Thread.ofPlatform().daemon().start(() -> answer(context, request, body));
        });
    }

    private void answer(Context context, HttpServerRequest request, Buffer body) {
        Response response;
        try {
            response = answerer.answer(request(request, body));
        } catch (Exception fault) {
            LOG.log(System.Logger.Level.ERROR, request.method() + " " + request.path(), fault);
            response = Response.of(500, "text/plain; charset=utf-8", "internal error\n");
        }
        var said = response;
        context.runOnContext(_ -> write(request, said));
    }

    private static Request request(HttpServerRequest request, Buffer body) {
        List<Headers.Field> headers = new ArrayList<>();
        request.headers().forEach((name, value) -> headers.add(new Headers.Field(name, value)));
        return new Request(
                request.method().name(),
                Objects.requireNonNullElse(request.path(), "/"),
                Objects.requireNonNullElse(request.query(), ""),
                new Headers(headers),
                body,
                "HTTP/1.1",
                request.remoteAddress().hostAddress());
    }

    private static void write(HttpServerRequest request, Response response) {
        HttpServerResponse out = request.response();
        if (out.closed() || out.ended()) return;
        out.setStatusCode(response.status());
        response.headers().fields().forEach(each -> out.headers().add(each.name(), each.value()));
        if (request.method().equals(HttpMethod.HEAD)) {
            out.putHeader("content-length", Integer.toString(response.body().length())).end();
        } else if (response.status() == 204 || response.status() == 304) {
            out.end();
        } else {
            out.end(response.body());
        }
    }
}
