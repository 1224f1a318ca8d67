package games.drawbridge.functions.effects;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
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
                "{\"open\":{\"room\":\"m7\",\"kind\":\"four-in-a-row\",\"players\":[\"ann\",\"bob\"]}}";
        write("lobby:duel", 9, 0, open, Instant.now());
        var record = Written.record("lobby:duel", 9, 0, open);
        assertThat(apply(record)).as("no node is there").hasSize(1);
        new Nodes(world).alive("n1", 0, 0);
        assertThat(apply(record)).isEmpty();
        var room = world.tables().row("Rooms", "ROOM#m7", "HEAD");
        assertThat(apply(record)).isEmpty();
        assertThat(world.tables().row("Rooms", "ROOM#m7", "HEAD")).isEqualTo(room);
        assertThat(room.get("settings").s()).isEqualTo("{\"@players\":[\"ann\",\"bob\"]}");
        assertThat(room.get("maker").s()).isEqualTo("ann");
        assertThat(room).containsKey("expires").doesNotContainKeys("listing", "invite");
        assertThat(world.post("/v1/rooms/m7/join", "{}").as("bob").send().status()).isEqualTo(200);
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
