package games.drawbridge.functions.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.Nodes;
import games.drawbridge.functions.testkit.Redis;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.games.Relay;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Answer;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Decision;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.Kind;
import games.drawbridge.model.room.Opening;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.room.Rules;
import games.drawbridge.model.room.Settings;
import games.drawbridge.model.room.Stamp;
import games.drawbridge.model.room.Terms;
import games.drawbridge.model.room.Turn;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.params.XAddParams;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ReadRoomLogTest {
    private static final World world = World.open(Redis.URL);
    private static final JedisPooled redis = new JedisPooled(URI.create(Redis.URL));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant START = Instant.parse("2026-11-01T20:00:00Z");
    private static final PlayerId ANN = new PlayerId("ann");
    private static final PlayerId BOB = new PlayerId("bob");

    @BeforeAll
    static void oneNodeLives() {
        new Nodes(world).alive("n1", 0, 0);
    }

    @Test
    void aWholeGameFoldsToWhatItsRoomShowed() {
        String id = room("{\"kind\":\"four-in-a-row\",\"settings\":{\"turnSeconds\":60}}");
        var game = game();
        append(id, 1, 0, List.of());
        append(id, 1, 1, game.log.subList(0, 3));
        append(id, 1, 2, game.log.subList(3, 6));
        append(id, 2, 0, List.of());
        append(id, 2, 1, game.log.subList(6, game.log.size()));

        var log = log(id, "ann", "");
        assertThat(log.status()).isEqualTo(200);
        assertThat(log.at("/head").asLong()).isEqualTo(8);
        assertThat(log.at("/over").asBoolean()).isTrue();
        assertThat(log.text("/kind")).isEqualTo("four-in-a-row");
        assertThat(log.at("/settings").toString()).isEqualTo("{\"turnSeconds\":60}");
        assertThat(log.at("/seats").toString())
                .isEqualTo(
                        """
                        [{"player":"ann","at":1793563200000,"seq":0},\
                        {"player":"bob","at":1793563201000,"seq":0}]\
                        """);
        assertThat(log.at("/events/0").toString())
                .isEqualTo(
                        """
                        {"room":"%s","seq":1,"epoch":1,"at":1793563202000,"by":"ann","id":1,\
                        "body":{"dropped":{"column":0,"row":0,"disc":"red"}}}\
                        """
                                .formatted(id));
        assertThat(seqs(log)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(log.at("/events/7/epoch").asInt()).isEqualTo(2);
        assertThat(fold(log)).isEqualTo(game.room.state());
        assertThat(log(id, "bob", "").body()).isEqualTo(log.body());
    }

    @Test
    void bodiesComeByteForByte() {
        String id = room("{\"kind\":\"relay\"}");
        String body = "{\"x\": 1.0,\"y\":[ 1e3 ],\"é\":\"\\u00e9\"}";
        append(id, 1, 0, List.of(opened("relay"), moved(1, 1, body), moved(2, 2, "7")));
        assertThat(log(id, "ann", "").body()).contains("\"body\":" + body + "}", "\"body\":7}");
    }

    @Test
    void whatTheRoomItselfDidIsBySomebodyUnnamed() throws Exception {
        String id = room("{\"kind\":\"relay\"}");
        String rang =
                "{\"cause\":{\"rang\":{\"timer\":\"turn\"}},\"at\":9,\"seq\":1,\"events\":[1]}";
        append(id, 1, 0, List.of(opened("relay"), JSON.readTree(rang)));
        assertThat(log(id, "ann", "").at("/events/0").toString())
                .isEqualTo(
                        "{\"room\":\"%s\",\"seq\":1,\"epoch\":1,\"at\":9,\"body\":1}"
                                .formatted(id));
    }

    @Test
    void aPageBeginsAfterASeq() {
        String id = room("{\"kind\":\"relay\"}");
        var entries = new ArrayList<Object>(List.of(opened("relay")));
        IntStream.rangeClosed(1, 9).forEach(n -> entries.add(moved(n, n, "" + n)));
        append(id, 1, 0, entries);
        assertThat(seqs(log(id, "ann", "?after=3&limit=4"))).containsExactly(4, 5, 6, 7);
        assertThat(seqs(log(id, "ann", "?after=7"))).containsExactly(8, 9);
        var past = log(id, "ann", "?after=9");
        assertThat(seqs(past)).isEmpty();
        assertThat(past.at("/head").asInt()).isEqualTo(9);
        assertThat(past.at("/seats")).hasSize(1);
    }

    @Test
    void aLongLogIsReadToItsEnd() {
        String id = room("{\"kind\":\"relay\"}");
        append(id, 1, 0, List.of(opened("relay")));
        for (int n = 1; n <= 1_203; n++) append(id, 1, n, List.of(moved(n, n, "" + n)));
        var page = log(id, "ann", "");
        assertThat(page.at("/head").asInt()).isEqualTo(1_203);
        assertThat(page.at("/events")).hasSize(500);
        assertThat(seqs(log(id, "ann", "?after=1201"))).containsExactly(1_202, 1_203);
    }

    @Test
    void aDurableRoomIsReadFromItsSlots() {
        String id = room("{\"kind\":\"relay\",\"settings\":{\"ack\":\"durable\"}}");
        for (int slot = 0; slot < 12; slot++)
            world.tables()
                    .put(
                            "Rooms",
                            Map.of(
                                    "pk", AttributeValue.fromS("LOG#" + id),
                                    "sk", AttributeValue.fromS("%012d".formatted(slot)),
                                    "epoch", AttributeValue.fromN("1"),
                                    "batch", AttributeValue.fromS(slot(slot))));
        assertThat(seqs(log(id, "ann", ""))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    private static String slot(int slot) {
        return batch(1, slot, List.of(slot == 0 ? opened("relay") : moved(slot, slot, "" + slot)));
    }

    @Test
    void aRoomNobodyHasOpenedYetHasAnEmptyLog() {
        String id = room("{\"kind\":\"relay\"}");
        var log = log(id, "ann", "");
        assertThat(log.at("/events")).isEmpty();
        assertThat(log.at("/head").asInt()).isZero();
        assertThat(log.at("/over").asBoolean()).isFalse();
    }

    @Test
    void onlyWhoWasThereOrSupportMayReadIt() {
        String id = room("{\"kind\":\"relay\"}");
        assertThat(log(id, "eve", "").outcome()).isEqualTo("403 forbidden");
        var call = world.get("/v1/rooms/" + id + "/log").as("eve").claim("roles", "[support]");
        assertThat(call.send().status()).isEqualTo(200);
        var other = world.get("/v1/rooms/" + id + "/log").as("eve").claim("roles", "[player]");
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
        assertThat(world.get(target).as("ann").send().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = "redis://127.0.0.1:1\n''")
    void withoutTheLiveLogItSaysSo(String url) {
        var dark = World.open(url);
        new Nodes(dark).alive("n1", 0, 0);
        String id = dark.post("/v1/rooms", "{\"kind\":\"relay\"}").as("ann").send().text("/room");
        sat(dark, id, "ann");
        assertThat(dark.get("/v1/rooms/" + id + "/log").as("ann").send().outcome())
                .isEqualTo("503 no-live-log");
    }

    /// A card is dealt; only its owner sees which.
    private record Deal(String to, String card) {}

    private static final class Cards implements Rules<Integer, Deal, Deal> {
        @Override
        public Kind<Integer, Deal, Deal> kind() {
            return new Kind<>("cards", Integer.class, Deal.class, Deal.class);
        }

        @Override
        public Terms terms(Settings settings) {
            return Terms.seats(2);
        }

        @Override
        public Integer open(Opening opening) {
            return 0;
        }

        @Override
        public Decision<Deal> decide(Integer state, Deal move, Turn turn) {
            return Decision.accept(move);
        }

        @Override
        public Integer evolve(Integer state, Deal event, Stamp stamp) {
            return state + 1;
        }

        @Override
        public Object show(Deal event, @Nullable PlayerId viewer) {
            return viewer != null && event.to.equals(viewer.value())
                    ? event
                    : new Deal(event.to, "?");
        }
    }

    @Test
    void aPlayerSeesWhatTheRulesShow() {
        var body = new Json("{ \"to\":\"ann\", \"card\":\"ace\" }");
        assertThat(ReadRoomLog.show(new Cards(), body, ANN)).isEqualTo(body);
        assertThat(ReadRoomLog.show(new Cards(), body, BOB))
                .isEqualTo(new Json("{\"to\":\"ann\",\"card\":\"?\"}"));
        assertThat(ReadRoomLog.show(new Relay(), body, BOB)).isEqualTo(body);
    }

    /// Seven drops, the last of which wins.
    private record Played(
            RoomState<FourInARow.State, FourInARow.Move, FourInARow.Event> room,
            List<Entry<Json>> log) {}

    private static Played game() {
        var opened =
                new Cause.Opened(ANN, "four-in-a-row", new Settings(Map.of("turnSeconds", 60)), 7);
        var room = new RoomState<>(new FourInARow(), opened, START);
        var log = new ArrayList<>(List.of(logged(room.firstEntry(START))));
        log.add(applied(room.sit(BOB, START.plusSeconds(1))));
        for (int n = 0; n < 7; n++) {
            var player = n % 2 == 0 ? ANN : BOB;
            var at = START.plusSeconds(2 + n);
            log.add(applied(room.move(player, 1 + n / 2, new FourInARow.Drop(n % 2), at)));
        }
        assertThat(room.over()).isTrue();
        return new Played(room, log);
    }

    private static <E> Entry<Json> applied(Answer<E> answer) {
        return logged(((Answer.Applied<E>) answer).entry());
    }

    /// With its events as the text that stands in the log.
    private static <E> Entry<Json> logged(Entry<E> entry) {
        var events = entry.events().stream().map(event -> new Json(JsonText.write(event))).toList();
        return new Entry<>(
                entry.cause(), entry.at(), entry.seq(), events, entry.effects(), entry.over());
    }

    /// As a client does that knows the rules and this answer only.
    private static FourInARow.State fold(Got log) {
        var rules = new FourInARow();
        var maker = log.at("/seats/0");
        var settings = JSON.convertValue(log.at("/settings"), Settings.class);
        var opening =
                new Opening(
                        new PlayerId(maker.get("player").asText()),
                        settings,
                        Instant.ofEpochMilli(maker.get("at").asLong()),
                        new SplittableRandom(0));
        var state = rules.open(opening);
        var seats = new ArrayList<JsonNode>();
        log.at("/seats").forEach(seats::add);
        for (var event : log.at("/events")) {
            while (!seats.isEmpty()
                    && seats.getFirst().get("seq").asLong() < event.get("seq").asLong())
                state = rules.seated(state, stamp(seats.removeFirst(), "player"));
            var body = JSON.convertValue(event.get("body"), FourInARow.Event.class);
            state = rules.evolve(state, body, stamp(event, "by"));
        }
        return state;
    }

    private static Stamp stamp(JsonNode node, String who) {
        return new Stamp(
                node.get("seq").asLong(),
                Instant.ofEpochMilli(node.get("at").asLong()),
                new PlayerId(node.get(who).asText()));
    }

    private static Entry<Json> opened(String kind) {
        var cause = new Cause.Opened(ANN, kind, Settings.NONE, 7);
        return new Entry<>(cause, START.toEpochMilli(), 0, List.of(), List.of(), false);
    }

    private static Entry<Json> moved(long id, long seq, String body) {
        var cause = new Cause.Moved(ANN, id);
        return new Entry<>(
                cause, START.toEpochMilli() + seq, seq, List.of(new Json(body)), List.of(), false);
    }

    /// As a room's owner does.
    private static void append(String room, long epoch, long n, List<?> entries) {
        redis.xadd(
                "log:" + room,
                Map.of("b", batch(epoch, n, entries)),
                XAddParams.xAddParams().id(epoch + "-" + n));
    }

    private static String batch(long epoch, long n, List<?> entries) {
        try {
            return "{\"epoch\":%d,\"n\":%d,\"node\":\"n1\",\"entries\":%s}"
                    .formatted(epoch, n, JSON.writeValueAsString(entries));
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(wrong);
        }
    }

    /// A room in which ann and bob sat.
    private static String room(String body) {
        String id = world.post("/v1/rooms", body).as("ann").send().text("/room");
        sat(world, id, "ann");
        sat(world, id, "bob");
        return id;
    }

    private static void sat(World world, String room, String player) {
        world.tables()
                .put(
                        "Rooms",
                        Map.of(
                                "pk", AttributeValue.fromS("ROOM#" + room),
                                "sk", AttributeValue.fromS("SEAT#" + player),
                                "player", AttributeValue.fromS(player),
                                "at", AttributeValue.fromN("1")));
    }

    private static Got log(String room, String player, String query) {
        return world.get("/v1/rooms/" + room + "/log" + query).as(player).send();
    }

    private static List<Integer> seqs(Got log) {
        var seqs = new ArrayList<Integer>();
        log.at("/events").forEach(event -> seqs.add(event.get("seq").asInt()));
        return seqs;
    }
}
