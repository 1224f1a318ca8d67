package games.drawbridge.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.http.Headers;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.template.Route;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestEventTest {
    private static final Route ROUTE =
            new Route(
                    "Function",
                    "POST",
                    "/v1/rooms/{room}",
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Duration.ofSeconds(30));

    private static JsonNode event(String query, Headers headers, String body) {
        var request =
                new Request(
                        "POST",
                        "/v1/rooms/caf%C3%A9",
                        query,
                        headers,
                        Buffer.buffer(body),
                        "HTTP/1.1",
                        "127.0.0.1");
        return RequestEvent.of(
                request,
                new Routes.Match(ROUTE, Map.of("room", "café")),
                Json.object(),
                Instant.parse("2026-11-21T12:00:00Z"));
    }

    @Test
    void aRequestIsToldAsPayloadFormat2Does() {
        var headers =
                Headers.NONE
                        .with("Host", "localhost:8080")
                        .with("User-Agent", "test")
                        .with("Content-Type", "application/json");
        var event = event("a=1", headers, "{}");
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText()).isEqualTo("POST /v1/rooms/{room}");
        assertThat(event.path("rawPath").asText()).isEqualTo("/v1/rooms/caf%C3%A9");
        assertThat(event.path("pathParameters").path("room").asText()).isEqualTo("café");
        var context = event.path("requestContext");
        assertThat(context.path("http"))
                .isEqualTo(
                        Json.read(
                                """
                                {"method":"POST","path":"/v1/rooms/caf%C3%A9",
                                 "protocol":"HTTP/1.1","sourceIp":"127.0.0.1","userAgent":"test"}
                                """));
        assertThat(context.path("domainName").asText()).isEqualTo("localhost");
        assertThat(context.path("stage").asText()).isEqualTo("$default");
        assertThat(context.path("time").asText()).isEqualTo("21/Nov/2026:12:00:00 +0000");
        assertThat(context.path("timeEpoch").asLong()).isEqualTo(1795262400000L);
        assertThat(context.path("requestId").asText()).isNotEmpty();
        assertThat(context.has("authorizer")).isFalse();
    }

    @Test
    void headersAreLowerCaseAndJoinedAndCookiesStandApart() {
        var headers =
                Headers.NONE
                        .with("X-One", "a")
                        .with("x-one", "b")
                        .with("Cookie", "c=1; d=2")
                        .with("cookie", "e=3");
        var event = event("", headers, "");
        assertThat(event.path("headers")).isEqualTo(Json.read("{\"x-one\":\"a,b\"}"));
        assertThat(event.path("cookies")).isEqualTo(Json.read("[\"c=1\",\"d=2\",\"e=3\"]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a=1&b=2             | {"a":"1","b":"2"}
                    a=1&a=2             | {"a":"1,2"}
                    a=x%20y+z&b         | {"a":"x y z","b":""}
                    a=%zz               | {"a":"%zz"}
                    a=b=c               | {"a":"b=c"}
                    &&a=1&              | {"a":"1"}
                    """)
    void aQueryIsDecodedAndJoined(String query, String parameters) {
        var event = event(query, Headers.NONE, "");
        assertThat(event.path("rawQueryString").asText()).isEqualTo(query);
        assertThat(event.path("queryStringParameters")).isEqualTo(Json.read(parameters));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    application/json,                     -,    false, hello
                    application/json; charset=utf-8,      -,    false, hello
                    application/problem+json,             -,    false, hello
                    text/plain,                           -,    false, hello
                    application/xml,                      -,    false, hello
                    application/x-www-form-urlencoded,    -,    true,  aGVsbG8=
                    application/octet-stream,             -,    true,  aGVsbG8=
                    image/png,                            -,    true,  aGVsbG8=
                    application/json,                     gzip, true,  aGVsbG8=
                    -,                                    -,    true,  aGVsbG8=
                    """)
    void aBodyThatMayBeNoTextIsBase64(String type, String encoding, boolean base64, String body) {
        var headers = Headers.NONE;
        if (type != null) headers = headers.with("content-type", type);
        if (encoding != null) headers = headers.with("content-encoding", encoding);
        var event = event("", headers, "hello");
        assertThat(event.path("isBase64Encoded").asBoolean()).isEqualTo(base64);
        assertThat(event.path("body").asText()).isEqualTo(body);
    }

    @Test
    void whatIsNotThereIsNotToldOf() {
        var event = event("", Headers.NONE, "");
        assertThat(event.has("body")).isFalse();
        assertThat(event.has("cookies")).isFalse();
        assertThat(event.has("queryStringParameters")).isFalse();
        assertThat(event.path("isBase64Encoded").asBoolean()).isFalse();
    }
}
