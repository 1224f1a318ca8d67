package games.drawbridge.local.door;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.local.http.Headers;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.http.Request;
import games.drawbridge.local.http.Response;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeTest {
    private static Request request(String... headers) {
        var all = Headers.NONE;
        for (int i = 0; i < headers.length; i += 2) all = all.with(headers[i], headers[i + 1]);
        return new Request("POST", "/v1/x", "", all, Buffer.buffer(), "HTTP/1.1", "127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "401,401,unauthorized",
        "403,403,forbidden",
        "404,404,not-found",
        "413,413,too-big",
        "429,429,rate",
        "431,431,too-big",
        "500,500,internal",
        "502,503,busy",
        "503,503,busy",
        "504,503,busy"
    })
    void theGatewaysOwnErrorsBecomeProblems(int given, int status, String code) throws Exception {
        var said = Response.json(given, Json.object().put("message", "x")).with("x-one", "1");
        var response = new Edge(_ -> said).answer(request());
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().all("content-type"))
                .containsExactly("application/problem+json");
        assertThat(response.headers().first("x-one")).contains("1");
        var problem = Json.read(response.text());
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.has("type") && problem.has("detail")).isTrue();
        assertThat(response.headers().first("retry-after").isPresent())
                .isEqualTo(status == 429 || status == 503);
    }

    @Test
    void aFunctionsOwnProblemPassesAsItIs() throws Exception {
        var own = Problem.of(404, "no-such-room", "gone");
        assertThat(new Edge(_ -> own).answer(request())).isSameAs(own);
    }

    @Test
    void whoCallsIsToldByTheEdgeAndNotByTheCaller() throws Exception {
        var seen = new AtomicReference<Request>();
        new Edge(
                        request -> {
                            seen.set(request);
                            return Response.empty(204);
                        })
                .answer(request("x-forwarded-for", "6.6.6.6"));
        assertThat(seen.get().headers().all("x-forwarded-for")).containsExactly("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    localhost:8080,      -,                       -,            204
                    127.0.0.1:8080,      -,                       -,            204
                    [::1]:8080,          -,                       -,            204
                    localhost,           -,                       -,            204
                    localhost:8080,      http://localhost:8080,   same-origin,  204
                    evil.example:8080,   -,                       -,            403
                    localhost.evil.com,  -,                       -,            403
                    localhost:8080,      http://evil.example,     -,            403
                    localhost:8080,      http://localhost:9090,   -,            403
                    localhost:8080,      null,                    -,            403
                    localhost:8080,      -,                       cross-site,   403
                    localhost:8080,      -,                       same-site,    403
                    """)
    void noOtherSiteGetsThroughToTheConsole(String host, String origin, String site, int status)
            throws Exception {
        var headers = Headers.NONE.with("host", host);
        if (origin != null) headers = headers.with("origin", origin);
        if (site != null) headers = headers.with("sec-fetch-site", site);
        var request =
                new Request("POST", "/_local", "", headers, Buffer.buffer(), "HTTP/1.1", "::1");
        var response = new LocalOnly(_ -> Response.empty(204)).answer(request);
        assertThat(response.status()).isEqualTo(status);
    }
}
