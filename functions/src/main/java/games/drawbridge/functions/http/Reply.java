package games.drawbridge.functions.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import games.drawbridge.functions.json.JsonText;
import java.util.HashMap;
import java.util.Map;

/// What an endpoint sends back.
///
/// @param headers by lower-case name
/// @param body empty when there is none
public record Reply(int status, Map<String, String> headers, String body) {
    private static final Map<String, String> JSON = Map.of("content-type", "application/json");

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply ok(Object value) {
        return json(200, JsonText.write(value));
    }

    public static Reply created(Object value) {
        return json(201, JsonText.write(value));
    }

    /// Will be done.
    public static Reply accepted(Object value) {
        return json(202, JsonText.write(value));
    }

    /// A page for a person, which loads nothing and runs nothing.
    public static Reply html(String text) {
        return new Reply(
                200,
                Map.of(
                        "content-type", "text/html; charset=utf-8",
                        "x-content-type-options", "nosniff",
                        "content-security-policy",
                                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"),
                text);
    }

    public static Reply json(int status, String text) {
        return new Reply(status, JSON, text);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    public Reply with(String header, String value) {
        var all = new HashMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, body);
    }

    /// As API Gateway takes it. What does not say that it may be kept is for one player only.
    APIGatewayV2HTTPResponse event() {
        var all = new HashMap<>(headers);
        all.putIfAbsent("cache-control", "no-store");
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(status)
                .withHeaders(all)
                .withBody(body)
                .withIsBase64Encoded(false)
                .build();
    }
}
