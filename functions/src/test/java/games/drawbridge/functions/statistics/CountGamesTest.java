package games.drawbridge.functions.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import games.drawbridge.functions.aws.Aws;
import games.drawbridge.functions.json.JsonText;
import games.drawbridge.functions.rooms.FinishedRooms;
import games.drawbridge.functions.testkit.AtOnce;
import games.drawbridge.functions.testkit.Got;
import games.drawbridge.functions.testkit.SetClock;
import games.drawbridge.functions.testkit.TestContext;
import games.drawbridge.functions.testkit.World;
import games.drawbridge.model.games.FourInARow;
import games.drawbridge.model.player.PlayerId;
import games.drawbridge.model.room.Answer;
import games.drawbridge.model.room.Cause;
import games.drawbridge.model.room.Entry;
import games.drawbridge.model.room.Json;
import games.drawbridge.model.room.RoomState;
import games.drawbridge.model.room.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CountGamesTest {
    private static final ObjectWriter EVENTS = new ObjectMapper().writerFor(FourInARow.Event.class);
    private static final Instant OPENED = Instant.parse("2026-10-31T23:58:00Z");

    private final World world = World.open();
    private final FinishedRooms rooms = new FinishedRooms(world);
    private final SetClock clock = new SetClock(OPENED);
    private final List<String> faults = new ArrayList<>();

    @Test
    void aGameIsCountedForThoseWhoWereInItAndForWhoeverBroughtThem() {
        String ann = player("ann", "blog");
        String bob = player("bob", null);
        String room = finished(ann, bob);
        assertThat(count(room)).as(faults::toString).isEmpty();
        var statistics = card(room, ann).at("/statistics");
        assertThat(statistics.get("moves").asInt()).isEqualTo(7);
        assertThat(statistics.get("endedAt").asText()).isEqualTo("2026-11-01T00:00:07Z");
        assertThat(statistics.at("/players/0/figures").toString())
                .isEqualTo("{\"discs\":4,\"won\":1}");
        assertThat(statistics.at("/players/1/player").asText()).isEqualTo(bob);
        assertThat(card(room, "max").body()).doesNotContain("statistics");
        assertThat(games("blog"))
                .isEqualTo(
                        """
                        [{"month":"2026-11","kind":"four-in-a-row","games":1,"players":1,"moves":4,"seconds":127}]\
                        """);
        assertThat(games("other")).isEqualTo("[]");
    }

    @Test
    void thoseWhoCountPlayersAreToldOfItAndAgainUnderTheSameIds() {
        String room = finished("ann", "bob");
        count(room);
        var told = world.firehose().taken();
        assertThat(
                        told.stream()
                                .map(it ->
                                        it.get("name").asText() + " " + it.path("player").asText()))
                .containsExactly("game_over ", "game_played ann", "game_played bob");
        assertThat(told.getFirst().get("players").asInt()).isEqualTo(2);
        assertThat(told.getFirst().get("seconds").asInt()).isEqualTo(6);
        assertThat(told.getLast().get("moves").asInt()).isEqualTo(3);
        count(room);
        assertThat(world.firehose().taken().stream().map(it -> it.get("id")).distinct()).hasSize(3);
        world.firehose().beAway(1_000);
        assertThat(count(room)).as("it comes again").containsExactly("0");
    }

    @Test
    void whatTheStreamBringsAgainCountsOnce() {
        String ann = player("ann", "blog");
        String bob = player("bob", "blog");
        String room = finished(ann, bob);
        String other = finished(bob, ann);
        count(room, other, room);
        count(room);
        assertThat(games("blog")).contains("\"games\":2,\"players\":4,\"moves\":14,");
    }

    @Test
    void neverTwoAtOnce() {
        String ann = player("ann", "blog");
        var all = IntStream.range(0, 5).mapToObj(_ -> finished(ann, "bob")).toList();
        var turns = new TurnTable(new Aws(world.environment("CountGames")), clock);
        String somebody = turns.take();
        assertThat(count(all.getFirst())).as("all of it comes again").containsExactly("0");
        assertThat(world.objectReads()).isZero();
        assertThat(faults).as("that is no fault").isEmpty();
        turns.give("somebody else");
        assertThat(count(all.getFirst())).containsExactly("0");
        clock.pass(Duration.ofSeconds(76));
        assertThat(count(all.getFirst())).as("who had it is dead").isEmpty();
        turns.give(somebody);
        AtOnce.times(4, n -> count(all.get(n)));
        for (int n = 0; n < 5; n++) count(all.get(n));
        assertThat(games("blog")).contains("\"games\":5,\"players\":5,");
    }

    @Test
    void oneThatIsDamagedOrGoneIsToldOfAndHoldsUpNoOther() {
        String damaged = finished("ann", "bob");
        rooms.damage(damaged);
        String gone = finished("ann", "bob");
        rooms.lose(gone);
        String good = finished("ann", "bob");
        assertThat(count(damaged, gone, good)).as("a stream would stand still").isEmpty();
        assertThat(faults).hasSize(2);
        assertThat(faults.getFirst()).contains("archive-corrupt", "counting " + damaged);
        assertThat(faults.getLast()).contains("no-archive", "counting " + gone);
        assertThat(card(good, "ann").at("/statistics/moves").asInt()).isEqualTo(7);
        assertThat(card(damaged, "ann").body()).doesNotContain("statistics");
    }

    @Test
    void aKindThatIsNoMoreIsLeftAlone() {
        String room = finished("ann", "bob");
        assertThat(bring("chess", room)).isEmpty();
        assertThat(card(room, "ann").body()).doesNotContain("statistics");
    }

    @Test
    void theFirstToBringAPlayerDid() {
        String ann = player("ann", "blog");
        var again =
                world.call("PATCH", "/v1/players/me")
                        .json("{\"affiliate\":\"other\",\"name\":\"Ann\"}")
                        .as(ann)
                        .send();
        assertThat(again.text("/affiliate")).isEqualTo("blog");
        assertThat(again.text("/name")).isEqualTo("Ann");
        var bad =
                world.call("PATCH", "/v1/players/me")
                        .json("{\"affiliate\":\"=1+1\"}")
                        .as(ann)
                        .send();
        assertThat(bad.status()).isEqualTo(400);
    }

    private String player(String device, String affiliate) {
        String id = world.login(device, "s".repeat(32)).text("/playerId");
        if (affiliate != null)
            world.call("PATCH", "/v1/players/me")
                    .json("{\"affiliate\":\"" + affiliate + "\"}")
                    .as(id)
                    .send();
        return id;
    }

    /// Red wins with four in the first column, seven seconds into November.
    private String finished(String red, String yellow) {
        var ann = new PlayerId(red);
        var bob = new PlayerId(yellow);
        var opened = new Cause.Opened(ann, "four-in-a-row", Settings.NONE, 7);
        var room = new RoomState<>(new FourInARow(), opened, OPENED);
        var log = new ArrayList<Entry<FourInARow.Event>>();
        log.add(room.firstEntry(OPENED));
        log.add(applied(room.sit(bob, OPENED.plusSeconds(60))));
        for (int n = 0; n < 7; n++) {
            var drop = new FourInARow.Drop(n % 2);
            var at = OPENED.plusSeconds(121 + n);
            log.add(applied(room.move(n % 2 == 0 ? ann : bob, n + 1, drop, at)));
        }
        assertThat(room.over()).isTrue();
        return rooms.of(
                red, yellow, log.stream().map(CountGamesTest::written).toList(), room.seq());
    }

    /// As the owner writes it.
    private static String written(Entry<FourInARow.Event> entry) {
        var events =
                entry.events().stream()
                        .map(event -> {
                            try {
                                return new Json(EVENTS.writeValueAsString(event));
                            } catch (JsonProcessingException impossible) {
                                throw new IllegalStateException(impossible);
                            }
                        })
                        .toList();
        return JsonText.write(
                new Entry<>(
                        entry.cause(),
                        entry.at(),
                        entry.seq(),
                        events,
                        entry.effects(),
                        entry.over()));
    }

    private static <E> Entry<E> applied(Answer<E> answer) {
        return ((Answer.Applied<E>) answer).entry();
    }

    private List<String> count(String... rooms) {
        return bring("four-in-a-row", rooms);
    }

    /// @return the positions of what failed
    private List<String> bring(String kind, String... rooms) {
        var records = new ArrayList<DynamodbStreamRecord>();
        for (int n = 0; n < rooms.length; n++) records.add(record("" + n, kind, rooms[n]));
        var event = new DynamodbEvent();
        event.setRecords(records);
        var context = new TestContext("CountGames");
        var failed =
                new CountGames(world.environment("CountGames"), clock)
                        .handleRequest(event, context)
                        .getBatchItemFailures();
        synchronized (faults) {
            faults.addAll(context.lines());
        }
        return failed.stream().map(it -> it.getItemIdentifier()).toList();
    }

    private DynamodbStreamRecord record(String position, String kind, String room) {
        var image =
                Map.of(
                        "pk", new AttributeValue().withS("ROOM#" + room),
                        "sk", new AttributeValue().withS("HEAD"),
                        "kind", new AttributeValue().withS(kind),
                        "archive", new AttributeValue().withS(rooms.archive(room)));
        var record = new DynamodbStreamRecord();
        record.setEventName("MODIFY");
        record.setDynamodb(new StreamRecord().withSequenceNumber(position).withNewImage(image));
        return record;
    }

    private Got card(String room, String player) {
        return world.get("/v1/rooms/" + room).as(player).send();
    }

    private String games(String affiliate) {
        return world.get("/v1/admin/affiliates/" + affiliate + "/games")
                .as("max")
                .claim("roles", "[admin]")
                .send()
                .at("/games")
                .toString();
    }
}
