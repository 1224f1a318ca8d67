package games.drawbridge.it;

import static games.drawbridge.it.Players.create;
import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.join;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import games.drawbridge.bots.Account;
import games.drawbridge.functions.Digest;
import games.drawbridge.functions.Environment;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.rooms.Recording;
import games.drawbridge.model.room.RoomId;
import games.drawbridge.replay.Replay;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.params.XAddParams;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// One game, played on the real thing and then replayed from all places where a log may lie.
class ReplayTest {
    private static final Account ANN = Players.guest();
    private static final Account BOB = Players.guest();

    private static String played = "";
    private static List<String> batches = List.of();

    @BeforeAll
    static void aGameIsPlayed() {
        var seat = create(ANN, "four-in-a-row");
        played = seat.get("room").asText();
        try (var ann = enter(seat);
                var bob = enter(join(BOB, seat))) {
            for (int n = 0; n < 7; n++) {
                var mover = n % 2 == 0 ? ann : bob;
                mover.move(1 + n / 2, "{\"drop\":" + n % 2 + "}");
                ann.socket().next("event");
                bob.socket().next("event");
            }
        }
        Await.until(() -> recording().batches().stream().anyMatch(ReplayTest::ends));
        batches = recording().batches().stream().map(JsonText::write).toList();
    }

    private static boolean ends(games.drawbridge.functions.log.Batch batch) {
        return batch.entries().stream().anyMatch(entry -> entry.over());
    }

    private static Recording recording() {
        return Recording.of(new RoomId(played), new Environment(variables())).orElseThrow();
    }

    @Test
    void aGameIsToldStepByStep() {
        var replay = replay(played);
        assertThat(replay.exit()).isZero();
        assertThat(replay.said())
                .containsSubsequence(
                        ANN.player() + " opens four-in-a-row",
                        BOB.player() + " sits down",
                        ANN.player() + " makes move 1",
                        "event 1  {\"dropped\":{\"column\":0,\"row\":0,\"disc\":\"red\"}}",
                        "state    {\"board\":[[\"red\",null",
                        "event 8  {\"over\":{\"winner\":\"" + ANN.player(),
                        "over at seq 8");
        assertThat(replay(played, "--to", "3").said())
                .contains("event 3 ", "goes on at seq 3")
                .doesNotContain("event 4 ");
        assertThat(replay(played, "--as", BOB.player()).said()).contains("over at seq 8");
    }

    @Test
    void todaysRulesDecideTheSame() {
        var check = replay(played, "--check");
        assertThat(check.said()).contains("8 steps decided again", "today's rules do the same");
        assertThat(check.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "row":1,"disc":"red" | "row":4,"disc":"red" | at seq 3, epoch 1, where ANN makes move 2: the events in the log are
                    "why":"four"         | "why":"full"         | at seq 8, epoch 1, where ANN makes move 4: the events in the log are
                    "amount":10          | "amount":1000        | at seq 8, epoch 1, where ANN makes move 4: the effects in the log are
                    "seq":4              | "seq":5              | at seq 5, epoch 1, where BOB makes move 2: its seq would be 4
                    ,"over":true         | ``                   | at seq 8, epoch 1, where ANN makes move 4: the log says that the room is not over, today it is.
                    "column":0,"row":0   | "column":9,"row":0   | at seq 1, epoch 1, where ANN makes move 1: today it is refused: rules, no-such-column.
                    """)
    void whatTodaysRulesWouldNotDoIsNamed(String logged, String planted, String difference) {
        var forged =
                batches.stream()
                        .map(it -> it.replace(logged, planted.equals("``") ? "" : planted))
                        .toList();
        assertThat(forged).isNotEqualTo(batches);
        var check = replay(live(forged), "--check");
        assertThat(check.said())
                .contains(difference.replace("ANN", ANN.player()).replace("BOB", BOB.player()));
        assertThat(check.exit()).isEqualTo(1);
    }

    @Test
    void itIsTheSameGameWhereverItsLogLies() throws Exception {
        String told = replay(played).said();
        assertThat(replay(live(batches)).said()).isEqualTo(told);
        assertThat(replay(archived()).said()).isEqualTo(told);
    }

    /// Over the real API, from the real stand-in for S3.
    @Test
    void aPlayerReadsAnArchivedLogLikeALiveOne() throws Exception {
        String room = archived();
        seat(room);
        var log = log(room);
        assertThat(log.replace(room, played)).isEqualTo(log(played));
        assertThat(replay(room, "--check").exit()).isZero();
        var bytes = RequestBody.fromBytes(packed(batches.subList(0, 2)));
        TheWorld.world()
                .aws()
                .s3()
                .putObject(it -> it.bucket(bucket()).key("rooms/" + room + "/log.jsonl.gz"), bytes);
        var damaged = replay(room);
        assertThat(damaged.said())
                .contains("drawbridge: the log cannot be read: 503 archive-corrupt");
        assertThat(damaged.exit()).isEqualTo(2);
    }

    private static String log(String room) {
        return TheWorld.api().get("/v1/rooms/" + room + "/log", ANN.token()).ok().toString();
    }

    @Test
    void itSaysWhyThereIsNothing() {
        var nobody = run(List.of("--origin", "http://localhost:1", "any"));
        assertThat(nobody.said())
                .startsWith("drawbridge: no local world answers at http://localhost:1: start");
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(replay("nowhere").said()).startsWith("drawbridge: there is no room nowhere.");
        assertThat(replay("no room").said()).startsWith("drawbridge: there is no room no room.");
        String unopened = create(ANN, "relay").get("room").asText();
        assertThat(replay(unopened).said())
                .startsWith("drawbridge: nobody has opened room " + unopened);
        assertThat(replay(played, "--as", "").said()).startsWith("drawbridge: there is no player");
    }

    // ---- rooms whose logs are written by hand ----

    private static String live(List<String> batches) {
        String room = create(ANN, "four-in-a-row").get("room").asText();
        try (var redis = new JedisPooled(URI.create(TheWorld.world().endpoints().redis()))) {
            for (int n = 0; n < batches.size(); n++) {
                var batch = Map.of("b", batches.get(n));
                redis.xadd("log:" + room, batch, XAddParams.xAddParams().id("1-" + n));
            }
        }
        return room;
    }

    private static String archived() throws Exception {
        String room = create(ANN, "four-in-a-row").get("room").asText();
        String key = "rooms/" + room + "/log.jsonl.gz";
        byte[] bytes = packed(batches);
        TheWorld.world()
                .aws()
                .s3()
                .putObject(it -> it.bucket(bucket()).key(key), RequestBody.fromBytes(bytes));
        var whole = Map.of("key", key, "sha256", Digest.sha256(bytes), "seq", 8);
        TheWorld.world()
                .aws()
                .dynamoDb()
                .updateItem(it ->
                        it.tableName(table())
                                .key(key(room, "HEAD"))
                                .updateExpression("SET #archive = :archive")
                                .expressionAttributeNames(Map.of("#archive", "archive"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":archive",
                                                AttributeValue.fromS(JsonText.write(whole)))));
        return room;
    }

    private static void seat(String room) {
        var row = new HashMap<>(key(room, "SEAT#" + ANN.player()));
        TheWorld.world().aws().dynamoDb().putItem(it -> it.tableName(table()).item(row));
    }

    private static Map<String, AttributeValue> key(String room, String sk) {
        return Map.of("pk", AttributeValue.fromS("ROOM#" + room), "sk", AttributeValue.fromS(sk));
    }

    private static byte[] packed(List<String> batches) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(batches.stream().map(it -> it + "\n").collect(joining()).getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    // ---- the command ----

    private record Ran(int exit, String said) {}

    private static Ran replay(String room, String... options) {
        var words = new java.util.ArrayList<>(List.of("--origin", "" + TheWorld.origin(), room));
        words.addAll(List.of(options));
        return run(words);
    }

    private static Ran run(List<String> words) {
        var said = new StringWriter();
        var writer = new PrintWriter(said);
        int exit =
                new CommandLine(new Replay(Map.of()))
                        .setOut(writer)
                        .setErr(writer)
                        .execute(words.toArray(String[]::new));
        return new Ran(exit, said.toString());
    }

    private static Map<String, String> variables() {
        var endpoints = TheWorld.world().endpoints();
        return Map.of(
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_DYNAMODB", endpoints.dynamoDb(),
                "AWS_ENDPOINT_URL_S3", endpoints.s3(),
                "REDIS_URL", endpoints.redis(),
                "ROOMS_TABLE", table(),
                "ARCHIVE_BUCKET", bucket());
    }

    private static String table() {
        return TheWorld.world().template().variable("ROOMS_TABLE").orElseThrow();
    }

    private static String bucket() {
        return TheWorld.world().template().variable("ARCHIVE_BUCKET").orElseThrow();
    }
}
