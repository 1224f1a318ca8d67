package games.drawbridge.local.http;

import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// A whole HTTP request.
///
/// @param method upper case
/// @param path as sent, still encoded
/// @param query as sent, without the question mark; may be empty
/// @param protocol `HTTP/1.1`
/// @param from the caller's address
public record Request(
        String method,
        String path,
        String query,
        Headers headers,
        Buffer body,
        String protocol,
        String from) {

    /// The first value of a query parameter.
    public Optional<String> parameter(String name) {
        return Arrays.stream(query.split("&", -1))
                .map(part -> part.split("=", 2))
                .filter(part -> decode(part[0]).equals(name))
                .map(part -> part.length == 2 ? decode(part[1]) : "")
                .findFirst();
    }

    public String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private static String decode(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return part;
        }
    }
}
