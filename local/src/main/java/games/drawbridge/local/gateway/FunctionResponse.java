package games.drawbridge.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.http.Headers;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Response;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;
import java.util.Set;

/// What API Gateway makes of a function's answer: either a described response, or anything else as
/// JSON.
final class FunctionResponse {

    /// Those belong to the connection, not to the function.
    private static final Set<String> DROPPED =
            Set.of("connection", "content-length", "keep-alive", "transfer-encoding", "upgrade");

    private FunctionResponse() {}

    static Response of(JsonNode answer) {
        if (!answer.has("statusCode")) return bare(answer);
        try {
            return described(answer);
        } catch (IllegalArgumentException _) {
            return Answers.INTERNAL;
        }
    }

    private static Response bare(JsonNode answer) {
        String text = answer.isTextual() ? answer.asText() : Json.text(answer);
        return Response.of(200, "application/json", text);
    }

    private static Response described(JsonNode answer) {
        int status = Integer.parseInt(answer.get("statusCode").asText());
        if (status < 100 || status > 599) throw new IllegalArgumentException("status " + status);
        var body = body(answer);
        var headers = headers(answer);
        if (body.length() > 0 && headers.first("content-type").isEmpty())
            headers = headers.with("content-type", "text/plain;charset=UTF-8");
        return new Response(status, headers, body);
    }

    private static Buffer body(JsonNode answer) {
        var body = answer.path("body");
        if (body.isMissingNode() || body.isNull()) return Buffer.buffer();
        String text = body.isTextual() ? body.asText() : Json.text(body);
        return answer.path("isBase64Encoded").asBoolean()
                ? Buffer.buffer(Base64.getDecoder().decode(text))
                : Buffer.buffer(text);
    }

    private static Headers headers(JsonNode answer) {
        var headers = Headers.NONE;
        for (var each : answer.path("headers").properties())
            headers = add(headers, each.getKey(), each.getValue());
        for (var each : answer.path("multiValueHeaders").properties())
            for (JsonNode value : each.getValue()) headers = add(headers, each.getKey(), value);
        for (JsonNode cookie : answer.path("cookies"))
            headers = headers.with("set-cookie", cookie.asText());
        return headers;
    }

    private static Headers add(Headers headers, String name, JsonNode value) {
        var field = new Headers.Field(name, value.asText());
        return value.isNull() || DROPPED.contains(field.name())
                ? headers
                : headers.with(field.name(), field.value());
    }
}
