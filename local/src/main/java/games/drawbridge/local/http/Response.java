package games.drawbridge.local.http;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/// A whole HTTP response.
public record Response(int status, Headers headers, Buffer body) {

    public static Response empty(int status) {
        return new Response(status, Headers.NONE, Buffer.buffer());
    }

    public static Response of(int status, String type, Buffer body) {
        return new Response(status, Headers.NONE.with("content-type", type), body);
    }

    public static Response of(int status, String type, String body) {
        return of(status, type, Buffer.buffer(body));
    }

    /// The value as JSON.
    public static Response json(int status, Object value) {
        return of(status, "application/json", Buffer.buffer(Json.bytes(value)));
    }

    public Response with(String name, String value) {
        return new Response(status, headers.with(name, value), body);
    }

    public String text() {
        return body.toString(StandardCharsets.UTF_8);
    }
}
