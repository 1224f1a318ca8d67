package games.drawbridge.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.local.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionResponseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"a":1}                                                           | 200 | application/json         | {"a":1}
                    "hello"                                                           | 200 | application/json         | hello
                    [1,2]                                                             | 200 | application/json         | [1,2]
                    null                                                              | 200 | application/json         | null
                    {"statusCode":201,"body":"made"}                                  | 201 | text/plain;charset=UTF-8 | made
                    {"statusCode":"404","body":"gone"}                                | 404 | text/plain;charset=UTF-8 | gone
                    {"statusCode":200,"headers":{"Content-Type":"text/css"},"body":"x"} | 200 | text/css               | x
                    {"statusCode":200,"body":"aGVsbG8=","isBase64Encoded":true}       | 200 | text/plain;charset=UTF-8 | hello
                    {"statusCode":200,"body":{"b":2}}                                 | 200 | text/plain;charset=UTF-8 | {"b":2}
                    {"statusCode":"nope"}                                             | 500 | application/json         | {"message":"Internal Server Error"}
                    {"statusCode":99}                                                 | 500 | application/json         | {"message":"Internal Server Error"}
                    {"statusCode":200,"body":"%%%","isBase64Encoded":true}            | 500 | application/json         | {"message":"Internal Server Error"}
                    """)
    void anAnswerBecomesAResponse(String answer, int status, String type, String body) {
        var response = FunctionResponse.of(Json.read(answer));
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().first("content-type")).contains(type);
        assertThat(response.text()).isEqualTo(body);
    }

    @Test
    void noBodyNeedsNoType() {
        var response = FunctionResponse.of(Json.read("{\"statusCode\":204}"));
        assertThat(response.headers().fields()).isEmpty();
        assertThat(response.body().length()).isZero();
    }

    @Test
    void headersAndCookiesAreHandedOnButNotThoseOfTheConnection() {
        var response =
                FunctionResponse.of(
                        Json.read(
                                """
                                {"statusCode":200,
                                 "headers":{"X-One":"1","Content-Length":"99","connection":"close"},
                                 "multiValueHeaders":{"x-many":["a","b"]},
                                 "cookies":["s=1; HttpOnly","t=2"]}
                                """));
        assertThat(response.headers().first("x-one")).contains("1");
        assertThat(response.headers().all("x-many")).containsExactly("a", "b");
        assertThat(response.headers().all("set-cookie")).containsExactly("s=1; HttpOnly", "t=2");
        assertThat(response.headers().first("content-length")).isEmpty();
        assertThat(response.headers().first("connection")).isEmpty();
    }
}
