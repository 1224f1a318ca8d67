package games.drawbridge.functions.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ReadRoomLogTest {
    private static final Logs logs = new Logs();

    @Test
    void bodiesComeByteForByte() {
        String id = logs.room("{\"kind\":\"relay\"}");
        String body = "{\"x\": 1.0,\"y\":[ 1e3 ],\"é\":\"\\u00e9\"}";
        logs.append(
                id,
                1,
                0,
                List.of(Logs.opened("relay"), Logs.moved(1, 1, body), Logs.moved(2, 2, "7")));
        assertThat(logs.read(id, "ann", "").body())
                .contains("\"body\":" + body + "}", "\"body\":7}");
    }

    @Test
    void whatTheRoomItselfDidIsBySomebodyUnnamed() throws Exception {
        String id = logs.room("{\"kind\":\"relay\"}");
        String rang =
                "{\"cause\":{\"rang\":{\"timer\":\"turn\"}},\"at\":9,\"seq\":1,\"events\":[1]}";
        logs.append(id, 1, 0, List.of(Logs.opened("relay"), new ObjectMapper().readTree(rang)));
        assertThat(logs.read(id, "ann", "").at("/events/0").toString())
                .isEqualTo(
                        "{\"room\":\"%s\",\"seq\":1,\"epoch\":1,\"at\":9,\"body\":1}"
                                .formatted(id));
    }

    @Test
    void aPageBeginsAfterASeq() {
        String id = logs.room("{\"kind\":\"relay\"}");
        var entries = new ArrayList<Object>(List.of(Logs.opened("relay")));
        IntStream.rangeClosed(1, 9).forEach(n -> entries.add(Logs.moved(n, n, "" + n)));
        logs.append(id, 1, 0, entries);
        assertThat(Logs.seqs(logs.read(id, "ann", "?after=3&limit=4"))).containsExactly(4, 5, 6, 7);
        assertThat(Logs.seqs(logs.read(id, "ann", "?after=7"))).containsExactly(8, 9);
        var past = logs.read(id, "ann", "?after=9");
        assertThat(Logs.seqs(past)).isEmpty();
        assertThat(past.at("/head").asInt()).isEqualTo(9);
        assertThat(past.at("/seats")).isEmpty();
    }

    @Test
    void aLongLogIsReadToItsEnd() {
        String id = logs.room("{\"kind\":\"relay\"}");
        logs.append(id, 1, 0, List.of(Logs.opened("relay")));
        for (int n = 1; n <= 1_203; n++) logs.append(id, 1, n, List.of(Logs.moved(n, n, "" + n)));
        var page = logs.read(id, "ann", "");
        assertThat(page.at("/head").asInt()).isEqualTo(1_203);
        assertThat(page.at("/events")).hasSize(500);
        assertThat(Logs.seqs(logs.read(id, "ann", "?after=1201"))).containsExactly(1_202, 1_203);
    }

    @Test
    void aDurableRoomIsReadFromItsSlots() {
        String id = logs.room("{\"kind\":\"relay\",\"settings\":{\"ack\":\"durable\"}}");
        for (int slot = 0; slot < 12; slot++)
            logs.world
                    .tables()
                    .put(
                            "Rooms",
                            Map.of(
                                    "pk", AttributeValue.fromS("LOG#" + id),
                                    "sk", AttributeValue.fromS("%012d".formatted(slot)),
                                    "epoch", AttributeValue.fromN("1"),
                                    "batch", AttributeValue.fromS(slot(slot))));
        assertThat(Logs.seqs(logs.read(id, "ann", "")))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    private static String slot(int slot) {
        return Logs.batch(
                1,
                slot,
                List.of(slot == 0 ? Logs.opened("relay") : Logs.moved(slot, slot, "" + slot)));
    }

    @Test
    void aRoomNobodyHasOpenedYetHasAnEmptyLog() {
        String id = logs.room("{\"kind\":\"relay\"}");
        var log = logs.read(id, "ann", "");
        assertThat(log.at("/events")).isEmpty();
        assertThat(log.at("/head").asInt()).isZero();
        assertThat(log.at("/over").asBoolean()).isFalse();
    }

    @Test
    void onlyWhoWasThereOrSupportMayReadIt() {
        String id = logs.room("{\"kind\":\"relay\"}");
        assertThat(logs.read(id, "eve", "").outcome()).isEqualTo("403 forbidden");
        var call = logs.world.get("/v1/rooms/" + id + "/log").as("eve").claim("roles", "[support]");
        assertThat(call.send().status()).isEqualTo(200);
        var other = logs.world.get("/v1/rooms/" + id + "/log").as("eve").claim("roles", "[player]");
        assertThat(other.send().outcome()).isEqualTo("403 forbidden");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    /v1/rooms/nowhere/log,             404 not-found
                    /v1/rooms/no%20room/log,           404 not-found
                    /v1/rooms/nowhere/log?limit=501,   400 bad-input
                    /v1/rooms/nowhere/log?limit=0,     400 bad-input
                    /v1/rooms/nowhere/log?after=-1,    400 bad-input
                    /v1/rooms/nowhere/log?after=x,     400 bad-input
                    """)
    void refuses(String target, String outcome) {
        assertThat(logs.world.get(target).as("ann").send().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = "redis://127.0.0.1:1\n''")
    void withoutTheLiveLogItSaysSo(String url) {
        var dark = World.open(url);
        new Nodes(dark).alive("n1", 0, 0);
        String id = dark.post("/v1/rooms", "{\"kind\":\"relay\"}").as("ann").send().text("/room");
        new RoomRows(dark).sat(id, "ann");
        assertThat(dark.get("/v1/rooms/" + id + "/log").as("ann").send().outcome())
                .isEqualTo("503 no-live-log");
    }
}
