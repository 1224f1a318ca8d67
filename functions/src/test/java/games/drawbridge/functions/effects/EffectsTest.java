package games.drawbridge.functions.effects;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import games.drawbridge.functions.testkit.Call;
import games.drawbridge.functions.testkit.Ledger;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.Stream;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EffectsTest {
    private static final String SCORE =
            "{\"score\":{\"board\":\"four-in-a-row\",\"player\":\"ann\",\"points\":1}}";
    private static final String GRANT =
            "{\"grant\":{\"player\":\"ann\",\"unit\":\"gold\",\"amount\":10}}";

    private static final String MAIL =
            "{\"mail\":{\"player\":\"ann\",\"subject\":\"Well played\",\"text\":\"You won.\"}}";

    private final World world = World.open();

    @Test
    void everyEffectHappensOnceHoweverOftenTheStreamBringsIt() {
        write("r1", 7, 0, SCORE, Instant.now());
        write("r1", 7, 1, GRANT, Instant.now());
        write("r1", 7, 2, MAIL, Instant.now());
        for (int n = 0; n < 3; n++)
            assertThat(
                            apply(
                                    Written.record("r1", 7, 0, SCORE),
                                    Written.record("r1", 7, 1, GRANT),
                                    Written.record("r1", 7, 2, MAIL)))
                    .isEmpty();

        assertThat(Ledger.of(world).balance("ann", "gold")).isEqualTo(10);
        assertThat(world.tables().row("Wallets", "TRANSACTION#r1#7#1", "HEAD").get("reason").s())
                .isEqualTo("prize");
        new Stream(world).bring();
        var board = world.get("/v1/leaderboards/four-in-a-row").as("ann").send();
        assertThat(board.at("/entries/0/score").asInt()).isEqualTo(1);
        var inbox = world.get("/v1/players/me/mail").as("ann").send().at("/mail");
        assertThat(inbox.findValuesAsText("subject")).containsExactly("Well played");
        assertThat(world.tables().row("Rooms", "ROOM#r1", "EFFECT#000000000007#000"))
                .isNotEmpty()
                .doesNotContainKey("pending");
        assertThat(world.tables().row("Rooms", "ROOM#r1", "EFFECT#000000000007#001"))
                .doesNotContainKey("pending");
    }

    @Test
    void aMatchGetsItsRoomOnceAsSoonAsANodeTakesIt() {
        String open =
                """
                {"open":{"room":"m7","kind":"four-in-a-row","players":["ann","bob"],\
                "meeting":{"region":"eu","skill":1050}}}\
                """;
        write("lobby:duel", 9, 0, open, Instant.now());
        var record = Written.record("lobby:duel", 9, 0, open);
        assertThat(apply(record)).as("no node is there").hasSize(1);
        new Nodes(world).alive("n1", 0, 0);
        assertThat(world.post("/v1/rooms/lobby:duel/join", "{}").as("bob").send().status())
                .isEqualTo(200);
        assertThat(apply(record)).isEmpty();
        assertThat(world.tables().rows("Rooms"))
                .as("the lobby is told that it is there")
                .anyMatch(row ->
                        row.get("pk").s().equals("ROOM#lobby:duel")
                                && row.containsKey("note")
                                && row.get("note").s().equals("{\"room\":\"m7\"}"));
        var room = world.tables().row("Rooms", "ROOM#m7", "HEAD");
        assertThat(apply(record)).isEmpty();
        assertThat(world.tables().row("Rooms", "ROOM#m7", "HEAD")).isEqualTo(room);
        assertThat(room.get("settings").s())
                .contains("\"@mode\":\"duel\"")
                .contains("\"@players\":[\"ann\",\"bob\"]")
                .contains("\"region\":\"eu\"");
        assertThat(room.get("maker").s()).isEqualTo("ann");
        assertThat(room).containsKey("expires").doesNotContainKeys("listing", "invite");
        assertThat(world.post("/v1/rooms/m7/join", "{}").as("bob").send().status()).isEqualTo(200);
    }

    @Test
    void aMatchCountsOnceForTheRatingsOfItsPlayers() {
        for (var room : List.of("m1", "m2"))
            world.tables()
                    .put(
                            "Rooms",
                            Map.of(
                                    "pk", AttributeValue.fromS("ROOM#" + room),
                                    "sk", AttributeValue.fromS("HEAD")));
        var won = Written.record("m1", 9, 2, rate("ann", "bob"));
        for (int n = 0; n < 3; n++) assertThat(apply(won)).isEmpty();
        assertThat(ratings("ann"))
                .isEqualTo("[{\"mode\":\"duel\",\"points\":1105,\"margin\":323,\"matches\":1}]");
        assertThat(ratings("bob")).contains("\"points\":895");
        assertThat(apply(Written.record("m1", 9, 3, rate("bob", "ann")))).isEmpty();
        assertThat(ratings("bob")).as("a room counts once").contains("\"matches\":1");
        assertThat(apply(Written.record("m2", 5, 0, rate("bob", "ann")))).isEmpty();
        assertThat(ratings("ann")).contains("\"matches\":2");
        assertThat(apply(Written.record("gone", 5, 0, rate("bob", "ann")))).isEmpty();
        assertThat(ratings("ann")).contains("\"matches\":2");
        assertThat(ratings("eve")).isEqualTo("[]");
    }

    @Test
    void whatIsReportedWaitsForSupportOnce() {
        String report =
                """
                {"report":{"player":"ann","about":"bob","reason":"rude","context":[{"seq":3,"by":"bob","text":"…"}]}}
                """;
        for (int n = 0; n < 3; n++)
            assertThat(apply(Written.record("chat:world", 7, 0, report))).isEmpty();
        assertThat(world.get("/v1/admin/reports").as("ann").send().status()).isEqualTo(403);
        var open = support("GET", "/v1/admin/reports").send().at("/reports");
        assertThat(open).hasSize(1);
        assertThat(open.at("/0/about").asText()).isEqualTo("bob");
        assertThat(open.at("/0/room").asText()).isEqualTo("chat:world");
        assertThat(open.at("/0/context/0/by").asText()).isEqualTo("bob");
        var close = "/v1/admin/reports/" + open.at("/0/id").asText() + "/close";
        assertThat(support("POST", close).json("{}").send().outcome()).isEqualTo("400 bad-input");
        var closed = support("POST", close).json("{\"reason\":\"muted\"}").send();
        assertThat(closed.text("/closedBy")).isEqualTo("sam");
        assertThat(support("GET", "/v1/admin/reports").send().at("/reports")).isEmpty();
        var old = support("GET", "/v1/admin/reports?state=closed").send().at("/reports");
        assertThat(old.at("/0/reason").asText()).isEqualTo("rude");
        var none = "/v1/admin/reports/1793563200001-0f3a1c5e7b9d2468/close";
        assertThat(support("POST", none).json("{\"reason\":\"?\"}").send().status()).isEqualTo(404);
        assertThat(support("GET", "/v1/admin/reports?state=new").send().status()).isEqualTo(400);
    }

    private Call support(String method, String path) {
        return world.call(method, path).as("sam").claim("roles", "[support]");
    }

    private static String rate(String winner, String loser) {
        return """
        {"rate":{"mode":"duel","teams":[{"place":2,"players":["%s"]},{"place":1,"players":["%s"]}]}}
        """
                .formatted(loser, winner);
    }

    private String ratings(String player) {
        var answer = world.get("/v1/players/" + player + "/ratings").as("eve").send();
        return answer.at("/ratings").toString();
    }

    @Test
    void whatFailsIsReportedAndHoldsUpNothingElse() {
        write("r1", 7, 0, "{\"curse\":{}}", Instant.now());
        write("r1", 7, 1, GRANT, Instant.now());
        var context = new TestContext("ApplyEffects");
        var failed =
                apply(
                        context,
                        Written.record("r1", 7, 0, "{\"curse\":{}}"),
                        Written.record("r1", 7, 1, GRANT));
        assertThat(failed).containsExactly("position-7-0");
        assertThat(context.lines()).hasSize(1);
        assertThat(Ledger.of(world).balance("ann", "gold")).isEqualTo(10);
        assertThat(world.tables().row("Rooms", "ROOM#r1", "EFFECT#000000000007#000"))
                .containsKey("pending");
    }

    @Test
    void anEffectWhoseRowIsGoneLeavesNoRowBehind() {
        assertThat(apply(Written.record("r1", 7, 0, GRANT))).isEmpty();
        assertThat(Ledger.of(world).balance("ann", "gold")).isEqualTo(10);
        assertThat(world.tables().rows("Rooms")).isEmpty();
    }

    @Test
    void aTimerIsNoEffectOfOurs() {
        String timer = "{\"stopTimer\":{\"name\":\"turn\"}}";
        write("r1", 7, 0, timer, Instant.now());
        assertThat(apply(Written.record("r1", 7, 0, timer))).containsExactly("position-7-0");
    }

    @Test
    void theSweepDoesWhatTheStreamLeftAfterAMinute() {
        write("r1", 7, 0, SCORE, Instant.now().minus(Duration.ofMinutes(2)));
        write("r1", 7, 1, GRANT, Instant.now().minus(Duration.ofMinutes(2)));
        write("r2", 7, 0, GRANT, Instant.now());
        write("r3", 7, 0, "{\"curse\":{}}", Instant.now().minus(Duration.ofMinutes(3)));

        var first = sweep();
        assertThat(Ledger.of(world).balance("ann", "gold")).isEqualTo(10);
        assertThat(first.lines()).hasSize(1);
        assertThat(first.lines().getFirst()).contains("effect r3#7#0");
        assertThat(world.tables().row("Rooms", "ROOM#r2", "EFFECT#000000000007#000"))
                .containsKey("pending");

        apply(Written.record("r1", 7, 0, SCORE), Written.record("r1", 7, 1, GRANT));
        sweep();
        new Stream(world).bring();
        assertThat(Ledger.of(world).balance("ann", "gold")).isEqualTo(10);
        assertThat(
                        world.get("/v1/leaderboards/four-in-a-row/players/ann")
                                .as("ann")
                                .send()
                                .at("/score")
                                .asInt())
                .isEqualTo(1);
    }

    private TestContext sweep() {
        var context = new TestContext("SweepEffects");
        world.<ScheduledEvent, Void>handler("SweepEffects")
                .handleRequest(new ScheduledEvent(), context);
        return context;
    }

    private List<String> apply(DynamodbEvent.DynamodbStreamRecord... records) {
        return apply(new TestContext("ApplyEffects"), records);
    }

    private List<String> apply(TestContext context, DynamodbEvent.DynamodbStreamRecord... records) {
        var event = new DynamodbEvent();
        event.setRecords(List.of(records));
        var response =
                world.<DynamodbEvent, StreamsEventResponse>handler("ApplyEffects")
                        .handleRequest(event, context);
        var failed = new ArrayList<String>();
        response.getBatchItemFailures().forEach(failure -> failed.add(failure.getItemIdentifier()));
        return failed;
    }

    private void write(String room, int seq, int n, String effect, Instant at) {
        var row = new HashMap<String, AttributeValue>();
        row.put("pk", AttributeValue.fromS("ROOM#" + room));
        row.put("sk", AttributeValue.fromS(Written.sk(seq, n)));
        row.put("effect", AttributeValue.fromS(effect));
        row.put("at", AttributeValue.fromN("" + at.toEpochMilli()));
        row.put("pending", AttributeValue.fromS("yes"));
        world.tables().put("Rooms", row);
    }
}
