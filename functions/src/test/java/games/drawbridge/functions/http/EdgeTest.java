package games.drawbridge.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.functions.Attempts;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/// What is turned away before an endpoint looks at it, and what becomes of a fault.
class EdgeTest {
    private static final World world = World.open();
    private static final String LOGIN = "/v1/login/guest";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                                     | 400 malformed-json
                    hello                                                  | 400 malformed-json
                    {                                                      | 400 malformed-json
                    {"deviceId":"d"                                        | 400 malformed-json
                    {'deviceId':'d'}                                       | 400 malformed-json
                    {"deviceId":"d",}                                      | 400 malformed-json
                    {"deviceId":"d"} {}                                    | 400 malformed-json
                    {"deviceId":"d","deviceId":"e"}                        | 400 malformed-json
                    {"deviceId":NaN}                                       | 400 malformed-json
                    {"deviceId":1234567890123456789012345678901234567890}  | 400 malformed-json
                    []                                                     | 400 bad-input
                    7                                                      | 400 bad-input
                    null                                                   | 400 bad-input
                    "text"                                                 | 400 bad-input
                    """)
    void refusesABodyThatIsNoObject(String body, String outcome) {
        assertThat(world.post(LOGIN, body).send().outcome()).isEqualTo(outcome);
    }

    @Test
    void refusesABodyThatIsTooDeep() {
        String deep = "{\"a\":".repeat(40) + "1" + "}".repeat(40);
        assertThat(world.post(LOGIN, deep).send().outcome()).isEqualTo("400 malformed-json");
    }

    @Test
    void refusesBinaryGarbage() {
        byte[] garbage = {(byte) 0xff, (byte) 0xfe, 0, 1, (byte) 0x80};
        String encoded = Base64.getEncoder().encodeToString(garbage);
        assertThat(world.call("POST", LOGIN).base64(encoded).send().outcome())
                .isEqualTo("400 malformed-json");
        assertThat(world.call("POST", LOGIN).base64("no base64!").send().outcome())
                .isEqualTo("400 malformed-json");
    }

    @Test
    void readsABodyThatComesInBase64() {
        String body =
                "{\"deviceId\":\"é\",\"secret\":\"8d1f0b7c4e2a4d5f9b3c6e7a1f2d3c4b\",\"more\":{\"x\":[1]}}";
        String encoded = Base64.getEncoder().encodeToString(body.getBytes());
        assertThat(world.call("POST", LOGIN).base64(encoded).send().status()).isEqualTo(200);
    }

    @Test
    void refusesABodyOfMoreThan64KB() {
        String body = "{\"deviceId\":\"%s\"}".formatted("x".repeat(64 * 1024));
        assertThat(world.post(LOGIN, body).send().outcome()).isEqualTo("413 too-big");
        String encoded = Base64.getEncoder().encodeToString(body.getBytes());
        assertThat(world.call("POST", LOGIN).base64(encoded).send().outcome())
                .isEqualTo("413 too-big");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonx"})
    void refusesAnotherTypeOfContent(String type) {
        var call = world.call("POST", LOGIN).header("content-type", type).json("{}");
        assertThat(call.send().outcome()).isEqualTo("415 unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON ;charset=UTF-8"})
    void takesJsonHoweverItIsWritten(String type) {
        var call = world.call("POST", LOGIN).header("content-type", type).json("{}");
        assertThat(call.send().outcome()).isEqualTo("400 bad-input");
    }

    @Test
    void aProblemSaysWhatTheContractWants() {
        var problem = world.post(LOGIN, "{}").send();
        assertThat(problem.headers())
                .containsEntry("content-type", "application/problem+json")
                .containsEntry("cache-control", "no-store");
        assertThat(problem.body())
                .isEqualTo(
                        """
                        {"type":"about:blank","title":"Bad Request","status":400,\
                        "detail":"deviceId is missing","code":"bad-input"}\
                        """);
        assertThat(problem.log()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    GET,  /v1/wallet,          -,               401 unauthorized
                    GET,  /v1/wallet,          'no player id',  401 unauthorized
                    GET,  /v1/players/me,      -,               401 unauthorized
                    POST, /v1/rooms,           -,               401 unauthorized
                    POST, /v1/store/orders,    -,               401 unauthorized
                    POST, /v1/rooms/r1/join,   -,               401 unauthorized
                    GET,  /v1/rooms/r1/log,    -,               401 unauthorized
                    """)
    void wantsToKnowThePlayer(String method, String path, String player, String outcome) {
        var call = world.call(method, path).json("{\"kind\":\"relay\"}");
        if (player != null) call.as(player);
        assertThat(call.send().outcome()).isEqualTo(outcome);
    }

    @Test
    void aFaultIsLoggedOnceAndToldToNobody() throws Exception {
        var context = new TestContext("Broken");
        var event = APIGatewayV2HTTPEvent.builder().withRouteKey("GET /broken").build();
        var answer =
                endpoint(
                                () -> {
                                    throw new IllegalStateException("the password is 1234");
                                })
                        .handleRequest(event, context);

        assertThat(answer.getStatusCode()).isEqualTo(500);
        assertThat(answer.getBody()).contains("\"code\":\"internal\"").doesNotContain("1234");
        assertThat(context.lines()).hasSize(1);
        var line = context.lines().getFirst();
        assertThat(line.strip()).doesNotContain("\n");
        var logged = new ObjectMapper().readTree(line);
        assertThat(logged.get("request").asText()).isEqualTo("request-1");
        assertThat(logged.get("function").asText()).isEqualTo("Broken");
        assertThat(logged.get("where").asText()).isEqualTo("GET /broken");
        assertThat(logged.get("trace").asText()).contains("EdgeTest");
    }

    @Test
    void whoCollidesTooOftenMayComeAgain() {
        var attempts = new Attempts(RandomGenerator.of("L64X128MixRandom"));
        var answer =
                endpoint(() -> attempts.until(Optional::<Reply>empty))
                        .handleRequest(new APIGatewayV2HTTPEvent(), new TestContext("Busy"));
        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(answer.getHeaders()).containsEntry("retry-after", "1");
        assertThat(answer.getBody()).contains("\"code\":\"busy\"");
    }

    @Test
    void whereAStoreIsBusyOrAwayTheCallerMayComeAgain() {
        var busy =
                List.of(
                        ApiCallTimeoutException.create(8_000),
                        ApiCallAttemptTimeoutException.create(2_000),
                        DynamoDbException.builder().message("away").statusCode(503).build());
        for (var trouble : busy) {
            var context = new TestContext("Busy");
            var answer =
                    endpoint(
                                    () -> {
                                        throw trouble;
                                    })
                            .handleRequest(new APIGatewayV2HTTPEvent(), context);
            assertThat(answer.getStatusCode()).isEqualTo(503);
            assertThat(answer.getHeaders()).containsEntry("retry-after", "1");
            assertThat(context.lines()).as("an operator hears of it").hasSize(1);
        }
    }

    private static Endpoint endpoint(Supplier<Reply> answer) {
        return new Endpoint() {
            @Override
            protected Reply answer(Request request) {
                return answer.get();
            }
        };
    }
}
