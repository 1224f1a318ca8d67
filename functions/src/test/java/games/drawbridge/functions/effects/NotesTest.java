package games.drawbridge.functions.effects;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What one room tells another, on its way.
class NotesTest {
    private static final Instant AT = Instant.now().minus(Duration.ofMinutes(2));

    private final World world = World.open();

    private static String tell(String to) {
        return "{\"tell\":{\"player\":\"ann\",\"room\":\"%s\",\"note\":{\"hello\":7}}}"
                .formatted(to);
    }

    private static String note(String source) {
        return "NOTE#%013d#%s".formatted(AT.toEpochMilli(), source);
    }

    private static String told(String source) {
        return note(source).replace("NOTE#", "TOLD#");
    }

    @Test
    void aNoteLiesWithItsRoomUntilItIsTakenAndIsTakenOnce() {
        written("region:north", 7, tell("region:south"));
        assertThat(apply("region:north", 7, tell("region:south")))
                .as("no node is there")
                .isEqualTo(1);
        new Nodes(world).alive("n1", 0, 0);
        for (int n = 0; n < 3; n++) sweep();
        var row = row("region:south", note("region:north#7#0"));
        assertThat(row.get("note").s()).isEqualTo("{\"hello\":7}");
        assertThat(row.get("from").s()).isEqualTo("region:north");
        assertThat(row).doesNotContainKeys("returned", "expires", "taken");
        assertThat(row("region:south", "HEAD").get("node").s()).as("it stands").isEqualTo("n1");
        assertThat(news()).isGreaterThanOrEqualTo(3).as("told again until it is taken");
        assertThat(effect("region:north", 7)).containsKey("pending");

        taken("region:south", "region:north#7#0");
        sweep();
        assertThat(effect("region:north", 7)).doesNotContainKey("pending");
        assertThat(row("region:south", note("region:north#7#0"))).isEmpty();
        assertThat(row("region:south", told("region:north#7#0")).get("taken").n()).isEqualTo("5");
    }

    @Test
    void whatNobodyCanBeToldComesBack() {
        new Nodes(world).alive("n1", 0, 0);
        head("region:north", "open");
        head("m1", "over");
        written("region:north", 7, tell("region:moon"));
        written("region:north", 8, tell("m1"));
        written("m1", 9, tell("m2"));
        sweep();
        for (int seq : List.of(7, 8)) {
            var back = row("region:north", note("region:north#" + seq + "#0"));
            assertThat(back).containsKey("returned").doesNotContainKey("taken");
            assertThat(back.get("from").s()).isEqualTo(seq == 7 ? "region:moon" : "m1");
        }
        assertThat(row("m1", told("region:north#8#0")).get("taken").n()).isEqualTo("0");
        assertThat(row("m1", note("region:north#8#0"))).isEmpty();
        assertThat(effect("m1", 9)).as("nobody is left to hear it").doesNotContainKey("pending");
        head("region:moon", "open");
        sweep();
        assertThat(row("region:moon", told("region:north#7#0")).get("taken").n()).isEqualTo("0");
        assertThat(row("region:moon", note("region:north#7#0")))
                .as("a room that is made later does not hear what went back")
                .isEmpty();
    }

    @Test
    void aNoteToARoomOfADeadNodeGetsItAnotherOwner() {
        var nodes = new Nodes(world);
        nodes.alive("n1", 0, 0);
        written("region:north", 7, tell("region:south"));
        sweep();
        nodes.gone("n1");
        nodes.alive("n2", 0, 0);
        sweep();
        assertThat(row("region:south", "HEAD").get("node").s()).isEqualTo("n2");
        assertThat(row("region:south", "HEAD").get("epoch").n()).isEqualTo("2");
    }

    // ---- the world ----

    private int apply(String room, int seq, String effect) {
        var event = new DynamodbEvent();
        event.setRecords(List.of(Written.record(room, seq, 0, effect)));
        return world.<DynamodbEvent, StreamsEventResponse>handler("ApplyEffects")
                .handleRequest(event, new TestContext("ApplyEffects"))
                .getBatchItemFailures()
                .size();
    }

    private void sweep() {
        world.<ScheduledEvent, Void>handler("SweepEffects")
                .handleRequest(new ScheduledEvent(), new TestContext("SweepEffects"));
    }

    private void written(String room, int seq, String effect) {
        var row = new HashMap<String, AttributeValue>();
        row.put("pk", AttributeValue.fromS("ROOM#" + room));
        row.put("sk", AttributeValue.fromS(Written.sk(seq, 0)));
        row.put("effect", AttributeValue.fromS(effect));
        row.put("at", AttributeValue.fromN("" + AT.toEpochMilli()));
        row.put("pending", AttributeValue.fromS("yes"));
        world.tables().put("Rooms", row);
    }

    private void head(String room, String status) {
        var text = new HashMap<String, AttributeValue>();
        Map.of(
                        "pk",
                        "ROOM#" + room,
                        "sk",
                        "HEAD",
                        "kind",
                        "relay",
                        "settings",
                        "{}",
                        "maker",
                        "ann",
                        "node",
                        "n1",
                        "generation",
                        "g1",
                        "status",
                        status)
                .forEach((name, value) -> text.put(name, AttributeValue.fromS(value)));
        Map.of("seed", "1", "createdAt", "1", "epoch", "1", "players", "0", "head", "0")
                .forEach((name, value) -> text.put(name, AttributeValue.fromN(value)));
        world.tables().put("Rooms", text);
    }

    /// As the owner does it.
    private void taken(String room, String source) {
        var key =
                Map.of(
                        "pk", AttributeValue.fromS("ROOM#" + room),
                        "sk", AttributeValue.fromS(note(source)));
        var rooms = world.tables();
        rooms.dynamo().deleteItem(it -> it.tableName(rooms.name("Rooms")).key(key));
        var told = new HashMap<>(key);
        told.put("sk", AttributeValue.fromS(told(source)));
        told.put("taken", AttributeValue.fromN("5"));
        rooms.put("Rooms", told);
    }

    private Map<String, AttributeValue> row(String room, String sk) {
        return world.tables().row("Rooms", "ROOM#" + room, sk);
    }

    private Map<String, AttributeValue> effect(String room, int seq) {
        return row(room, Written.sk(seq, 0));
    }

    private long news() {
        return world.tables().rows("Rooms").stream()
                .filter(row -> row.get("pk").s().equals("NOTED"))
                .count();
    }
}
