package games.drawbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.local.http.Json;
import games.drawbridge.local.lambda.Outcome;
import games.drawbridge.local.testkit.Await;
import games.drawbridge.local.testkit.TestCheckout;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/// One world, with small functions and a small node, but the real DynamoDB Local, S3Proxy,
/// ElasticMQ and Redis.
class WorldTest {
    @TempDir private static Path folder;
    private static World world;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        // A path with a space, as people have them.
        var checkout = TestCheckout.in(java.nio.file.Files.createDirectory(folder.resolve("a b")));
        var options =
                new WorldOptions(
                        checkout, folder.resolve("a b/.local"), 0, 1, false, Optional.empty());
        world = World.start(options, Progress.SILENT);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(world.endpoints().game() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private static HttpResponse<String> post(String path, String json)
            throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(json)));
    }

    private static JsonNode state() throws IOException, InterruptedException {
        return Json.read(send(request("/_local").header("accept", "application/json")).body());
    }

    // ---- requests ----

    @Test
    void aRequestReachesItsFunctionAsApiGatewayWouldBringIt() throws Exception {
        var answer =
                send(
                        request("/v1/echo/caf%C3%A9?x=1")
                                .header("cookie", "a=1; b=2")
                                .header("content-type", "text/plain")
                                .PUT(BodyPublishers.ofString("hi")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(
                        "ANY /v1/echo/{name}|/v1/echo/caf%C3%A9|{name=café}|[a=1, b=2]|hi|nobody");
        assertThat(answer.headers().firstValue("apigw-requestid")).isPresent();
    }

    @Test
    void bytesAndCookiesComeBackAsTheFunctionGaveThem() throws Exception {
        var answer = HTTP.send(request("/v1/echo/x?do=bytes").build(), BodyHandlers.ofByteArray());
        assertThat(answer.body()).containsExactly(0, 1, 2, 0xff);
        assertThat(answer.headers().allValues("set-cookie"))
                .containsExactly("a=1; HttpOnly", "b=2");
        assertThat(answer.headers().firstValue("content-type")).contains("image/png");
    }

    @Test
    void anObjectThatDescribesNoResponseIsTheBody() throws Exception {
        assertThat(get("/v1/bare").body()).isEqualTo("{\"version\":\"2.0\"}");
    }

    @Test
    void aFunctionHasTheVariablesOfTheTemplateAndNoOthers() throws Exception {
        assertThat(get("/v1/echo/x?do=variable").body()).isEqualTo("helloEcho");
        assertThat(get("/v1/lonely?do=variable").statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    /v1/nothing,               404, not-found
                    /v1/mine,                  401, unauthorized
                    /v1/echo/x?do=throw,       500, internal
                    /v1/echo/x?do=sleep,       500, internal
                    /v1/echo/x?do=much,        500, internal
                    """)
    void whatGoesWrongIsAProblem(String path, int status, String code) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type"))
                .contains("application/problem+json");
        assertThat(Json.read(answer.body()).path("code").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"1000000,200", "7000000,413", "10500000,413"})
    void aBodyMayBeAsBigAsLambdaAndTheGatewayTakeIt(int size, int status) throws Exception {
        var answer =
                send(
                        request("/v1/echo/x?do=size")
                                .header("content-type", "text/plain")
                                .POST(BodyPublishers.ofString("x".repeat(size))));
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 200) assertThat(answer.body()).isEqualTo(Integer.toString(size));
    }

    @Test
    void headersMayBeAsBigAsTheGatewayTakesThem() throws Exception {
        var answer = send(request("/v1/echo/x").header("x-big", "x".repeat(11_000)));
        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(send(request("/v1/echo/x").header("x-big", "x".repeat(9_000))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anInstanceServesOneRequestAtATimeAndThereAreOnlySoMany() throws Exception {
        var sleeping = new AtomicReference<>(sleep());
        Await.until(
                "throttled",
                () -> {
                    // the one that sleeps may itself have come second
                    if (sleeping.get().isDone()) sleeping.set(sleep());
                    return get("/v1/lonely").statusCode() == 503;
                });
        assertThat(get("/v1/lonely").headers().firstValue("retry-after")).contains("1");
        assertThat(sleeping.get().join().statusCode()).isEqualTo(500);
        Await.until("a new instance", () -> get("/v1/lonely").statusCode() == 200);
    }

    private static CompletableFuture<HttpResponse<String>> sleep() {
        var asked = request("/v1/lonely?do=sleep").build();
        return HTTP.sendAsync(asked, BodyHandlers.ofString());
    }

    @Test
    void aRouteIsCalledNoMoreOftenThanTheTemplateSays() throws Exception {
        assertThat(get("/v1/rare").statusCode()).isEqualTo(200);
        var second = get("/v1/rare");
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(Json.read(second.body()).path("code").asText()).isEqualTo("rate");
    }

    @Test
    void aTokenOfTheConsoleOpensWhatNeedsOne() throws Exception {
        var made = post("/_local/tokens", "{\"roles\":[\"admin\",\"support\"]}");
        String token = Json.read(made.body()).path("accessToken").asText();
        var answer = send(request("/v1/mine").header("authorization", "Bearer " + token));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).endsWith("|[admin support]");
        var changed = token.substring(0, token.length() - 4) + "AAAA";
        assertThat(
                        send(request("/v1/mine").header("authorization", "Bearer " + changed))
                                .statusCode())
                .isEqualTo(401);
    }

    // ---- what functions may do ----

    private static String reach(Map<String, String> event) {
        var outcome = world.functions().invoke("Reach", Json.tree(event)).join();
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        return ((Outcome.Answered) outcome).answer().asText();
    }

    @Test
    void aFunctionDoesWhatItsPoliciesAllow() {
        assertThat(reach(Map.of("for", "row", "table", "Seen"))).isEqualTo("found false");
        assertThat(reach(Map.of("for", "row from another thread", "table", "Seen")))
                .isEqualTo("found false");
        assertThat(
                        reach(
                                Map.of(
                                        "for", "object",
                                        "bucket", "content-bucket",
                                        "key", "store/catalogue.json")))
                .isEqualTo("{\"version\":\"1\"}");
    }

    @Test
    void aFunctionIsRefusedTheRestByTheServicesOwnException() {
        assertThat(reach(Map.of("for", "row", "table", "Rows")))
                .isEqualTo("DynamoDbException 400 AccessDeniedException");
        assertThat(reach(Map.of("for", "object", "bucket", "content-bucket", "key", "other")))
                .isEqualTo("S3Exception 403 AccessDenied");
    }

    // ---- triggers ----

    private static void put(String name) {
        world.aws()
                .dynamoDb()
                .putItem(put ->
                        put.tableName("Rows")
                                .item(
                                        Map.of(
                                                "pk", AttributeValue.fromS("p"),
                                                "sk", AttributeValue.fromS(name))));
    }

    private static long times(String kind, String what) {
        var key = Map.of("pk", AttributeValue.fromS(kind), "sk", AttributeValue.fromS(what));
        var row = world.aws().dynamoDb().getItem(get -> get.tableName("Seen").key(key)).item();
        return row.isEmpty() ? 0 : Long.parseLong(row.get("times").n());
    }

    private static long waiting(String queue) {
        String url = world.cloud().queueUrl(queue);
        return Long.parseLong(
                world.aws()
                        .sqs()
                        .getQueueAttributes(ask ->
                                ask.queueUrl(url)
                                        .attributeNames(
                                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                        .attributes()
                        .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    @Test
    void changesAreHandledAndOnePoisonedRowHoldsNobodyUp() throws Exception {
        put("quiet");
        put("before");
        put("poison");
        put("late");
        put("after");
        Await.until("the row after", () -> times("change", "INSERT after") > 0);
        Await.until("the late row", () -> times("change", "INSERT late") >= 3);
        Await.until("the dead letter", () -> waiting("GivenUp") == 1);
        assertThat(times("change", "INSERT before")).isPositive();
        // Once alone and two retries, and before that in company as often as it took to split.
        assertThat(times("change", "INSERT poison")).isGreaterThanOrEqualTo(3);
        assertThat(times("change", "INSERT quiet")).isZero();

        String url = world.cloud().queueUrl("GivenUp");
        var letter =
                Json.read(
                        world.aws()
                                .sqs()
                                .receiveMessage(ask -> ask.queueUrl(url))
                                .messages()
                                .getFirst()
                                .body());
        assertThat(letter.path("requestContext").path("condition").asText())
                .isEqualTo("RetryAttemptsExhausted");
        assertThat(letter.path("DDBStreamBatchInfo").path("batchSize").asInt()).isEqualTo(1);
    }

    @Test
    void messagesThatFailComeBackAndEndAmongTheDeadLetters() throws Exception {
        String url = world.cloud().queueUrl("Jobs");
        for (String body : List.of("good", "bad", "fine"))
            world.aws().sqs().sendMessage(send -> send.queueUrl(url).messageBody(body));
        Await.until("good", () -> times("message", "good") >= 1);
        Await.until("fine", () -> times("message", "fine") >= 1);
        Await.until("the dead letter", () -> waiting("DeadJobs") == 1);
        assertThat(times("message", "bad")).isEqualTo(2);
        Await.until("an empty queue", () -> waiting("Jobs") == 0);
    }

    @Test
    void theFirstRotationGaveTheSecretItsValue() throws Exception {
        assertThat(world.secrets().current("SessionKeys").orElseThrow()).contains("\"k1\"");
        var published = get("/.well-known/jwks.json").body();
        assertThat(published).contains("\"kid\":\"k1\"").doesNotContain("\"d\"");
    }

    // ---- mails ----

    @Test
    void mailsAreCaughtAndShown() throws Exception {
        String simple =
                world.functions()
                                        .invoke(
                                                "Mailer",
                                                Json.object().put("to", "ann@example.com"))
                                        .join()
                                instanceof Outcome.Answered(JsonNode id)
                        ? id.asText()
                        : "";
        var raw = Json.object().put("to", "bob@example.com").put("raw", "yes");
        assertThat(world.functions().invoke("Mailer", raw).join())
                .isInstanceOf(Outcome.Answered.class);

        var anns = Json.read(get("/_local/mail?to=ann@example.com").body());
        assertThat(anns).hasSize(1);
        assertThat(anns.get(0).path("id").asText()).isEqualTo(simple).isNotEmpty();
        assertThat(anns.get(0).path("subject").asText()).isEqualTo("Hello");
        assertThat(anns.get(0).path("text").asText()).isEqualTo("plain");
        assertThat(anns.get(0).path("html").asText()).isEqualTo("<b>rich</b>");
        var bobs = Json.read(get("/_local/mail?to=bob%40example.com").body()).get(0);
        assertThat(bobs.path("subject").asText()).isEqualTo("Grüße");
        assertThat(bobs.path("text").asText()).startsWith("plain");
        assertThat(bobs.path("html").asText()).startsWith("<p>rich</p>");
        assertThat(Json.read(get("/_local/mail").body())).hasSize(2);
    }

    // ---- nodes, Redis and the console ----

    private static CompletableFuture<String> echoed(String node, String text) {
        var heard = new CompletableFuture<String>();
        var listener =
                new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(
                            WebSocket socket, CharSequence data, boolean last) {
                        heard.complete(data.toString());
                        return CompletableFuture.completedStage(null);
                    }
                };
        String url = world.endpoints().game().replaceFirst("http", "ws") + "/rt/" + node;
        HTTP.newWebSocketBuilder()
                .buildAsync(URI.create(url), listener)
                .whenComplete((socket, failed) -> {
                    if (failed != null) heard.completeExceptionally(failed);
                    else socket.sendText(text, true);
                });
        return heard;
    }

    @Test
    void aSocketIsLedToItsNode() {
        assertThat(echoed("n1", "hi").join()).isEqualTo("hihi");
    }

    @Test
    void aNodeThatIsNotThereIsNotFound() {
        assertThat(echoed("n99", "hi"))
                .failsWithin(java.time.Duration.ofSeconds(10))
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .satisfies(failed ->
                        assertThat(failed.getCause())
                                .isInstanceOfSatisfying(
                                        WebSocketHandshakeException.class,
                                        refused ->
                                                assertThat(refused.getResponse().statusCode())
                                                        .isEqualTo(404)));
    }

    private static JsonNode node(String name) throws IOException, InterruptedException {
        for (JsonNode each : state().path("nodes"))
            if (each.path("node").asText().equals(name)) return each;
        throw new AssertionError("no node " + name);
    }

    @Test
    void aKilledNodeIsAwayAndComesBackUnderItsName() throws Exception {
        var added = Json.read(post("/_local/nodes", "").body());
        String name = added.path("node").asText();
        long pid = added.path("pid").asLong();
        assertThat(added.path("state").asText()).isEqualTo("ok");
        assertThat(echoed(name, "a").join()).isEqualTo("aa");

        assertThat(post("/_local/nodes/" + name, "{\"signal\":\"KILL\"}").statusCode())
                .isEqualTo(200);
        Await.until("down", () -> node(name).path("state").asText().equals("down"));
        assertThat(get("/rt/" + name + "/health").statusCode()).isEqualTo(502);
        Await.until("back", () -> node(name).path("state").asText().equals("ok"));
        assertThat(node(name).path("pid").asLong()).isNotEqualTo(pid);
        assertThat(get("/rt/" + name + "/health").statusCode()).isEqualTo(200);
        assertThat(echoed(name, "b").join()).isEqualTo("bb");
    }

    @Test
    void aPausedNodeStandsStillUntilItMayGoOn() throws Exception {
        post("/_local/nodes/n1", "{\"signal\":\"STOP\"}");
        assertThat(node("n1").path("state").asText()).isEqualTo("paused");
        var later = echoed("n1", "x");
        assertThat(later).isNotDone();
        post("/_local/nodes/n1", "{\"signal\":\"CONT\"}");
        assertThat(later.join()).isEqualTo("xx");
    }

    @Test
    void redisCanBeKilledAndComesBack() throws Exception {
        long pid = state().path("redis").path("pid").asLong();
        assertThat(post("/_local/redis", "{\"signal\":\"KILL\"}").statusCode()).isEqualTo(200);
        Await.until(
                "a new one",
                () -> {
                    var redis = state().path("redis");
                    return redis.path("state").asText().equals("ok")
                            && redis.path("pid").asLong() != pid;
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /_local/nodes/n1    | {"signal":"HUP"}       | 400
                    /_local/nodes/n1    | {"signal":             | 400
                    /_local/nodes/n77   | {"signal":"KILL"}      | 404
                    /_local/redis       | {}                     | 400
                    /_local/tokens      | {"roles":[]}           | 400
                    /_local/tokens      | {"roles":["a b"]}      | 400
                    /_local/clock       | {}                     | 404
                    """)
    void theConsoleRefusesWhatItCannotDo(String path, String body, int status) throws Exception {
        assertThat(post(path, body).statusCode()).isEqualTo(status);
    }

    @Test
    void theConsoleTellsWhatRuns() throws Exception {
        var state = state();
        assertThat(state.path("ready").asBoolean()).isTrue();
        assertThat(names(state.path("endpoints")))
                .containsExactly("game", "api", "dynamodb", "s3", "sqs", "redis");
        assertThat(state.path("credentials"))
                .isEqualTo(
                        Json.read(
                                """
                                {"accessKeyId":"local","secretAccessKey":"local","region":"eu-west-1"}
                                """));
        assertThat(names(state.path("nodes").get(0)))
                .containsExactly("node", "pid", "port", "state");
        var queues = Json.read(get("/_local/queues").body());
        assertThat(queues).hasSize(3);
        assertThat(Json.read(get("/_local/tables").body()).get(0).path("table").asText())
                .isEqualTo("Rows");
        var page = send(request("/_local").header("accept", "text/html,*/*;q=0.8"));
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).contains("Local world");
        assertThat(get("/_local/console.js").statusCode()).isEqualTo(200);
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void theClientIsServedToo() throws Exception {
        assertThat(get("/").body()).isEqualTo("<h1>home</h1>");
        var missing = get("/nothing.js");
        assertThat(missing.statusCode()).isEqualTo(404);
    }
}
