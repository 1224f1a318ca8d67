package games.drawbridge.it;

import static games.drawbridge.it.Players.create;
import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.guest;
import static games.drawbridge.it.Players.join;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import games.drawbridge.bots.Account;
import games.drawbridge.bots.RoomClient;
import games.drawbridge.local.process.Signal;
import games.drawbridge.local.process.Supervised;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// A node that is asked to go gives its rooms away, and nobody in them misses anything.
class HandOverTest {
    private static final int MOVES = 40;

    private record Told(String room, List<JsonNode> maker, List<JsonNode> guest, JsonNode log) {}

    @Test
    void aNodeThatLeavesGivesItsRoomsAwayWhileTheyArePlayed() throws Exception {
        var makers = new ArrayList<Account>();
        var seats = new ArrayList<JsonNode>();
        for (var level : List.of("memory", "live", "durable", "memory", "live", "durable")) {
            makers.add(guest());
            seats.add(create(makers.getLast(), "relay", "{\"ack\":\"%s\"}".formatted(level)));
        }
        var leaver = node(seats.getFirst());
        long life = leaver.pid();
        var halfWay = new CountDownLatch(seats.size());

        try (var threads = Executors.newCachedThreadPool()) {
            var games =
                    IntStream.range(0, seats.size())
                            .mapToObj(i ->
                                    CompletableFuture.supplyAsync(
                                            () -> play(makers.get(i), seats.get(i), halfWay),
                                            threads))
                            .toList();
            Await.until(() ->
                    halfWay.getCount() == 0 || games.stream().anyMatch(CompletableFuture::isDone));
            leaver.send(Signal.TERM);
            for (var game : games) check(game.join());
        }
        Await.until(() -> leaver.pid() != life && leaver.state() == Supervised.State.OK);
    }

    @Test
    void theNextOwnerOpensTheRoomBeforeAnybodyComes() throws Exception {
        var ann = guest();
        var seat = create(ann, "relay", "{\"ack\":\"durable\"}");
        new RoomClient(Players.api(), ann, seat).close();
        var leaver = node(seat);
        long life = leaver.pid();
        leaver.send(Signal.TERM);
        Await.until(() -> epochOfLog(seat) == 2);
        Await.until(() -> leaver.pid() != life && leaver.state() == Supervised.State.OK);
    }

    @Test
    void aRoomThatNobodyNeedsIsOpenedAgainOnlyForWhoComes() throws Exception {
        var ann = guest();
        var seat = create(ann, "relay", "{\"ack\":\"durable\"}");
        try (var visit = enter(seat)) {
            visit.leave();
            visit.socket().next("member");
        }
        Await.until(() -> players(seat) == 0); // as long as that is under way it is needed
        var leaver = node(seat);
        long life = leaver.pid();
        leaver.send(Signal.TERM);
        Await.until(() -> leaver.pid() != life && leaver.state() == Supervised.State.OK);
        assertThat(epochOfLog(seat)).isEqualTo(1);
        try (var visit = enter(join(ann, seat))) {
            assertThat(visit.joined().get("epoch").asLong()).isEqualTo(2);
        }
    }

    @Test
    void anAdminEmptiesANodeAndItsGamesGoOn() throws Exception {
        var ann = guest();
        var seat = create(ann, "relay", "{\"ack\":\"live\"}");
        var emptied = node(seat);
        var halfWay = new CountDownLatch(1);
        try (var threads = Executors.newCachedThreadPool()) {
            var game = CompletableFuture.supplyAsync(() -> play(ann, seat, halfWay), threads);
            Await.until(() -> halfWay.getCount() == 0 || game.isDone());
            var drained =
                    Players.api()
                            .post(
                                    "/v1/admin/nodes/%s/drain".formatted(seat.get("node").asText()),
                                    Players.admin(),
                                    "{\"reason\":\"a test\"}");
            assertThat(drained.status()).isEqualTo(202);
            check(game.join());
        }
        long life = emptied.pid();
        Await.until(() -> line(seat.get("node").asText()).path("rooms").asInt(-1) == 0);
        assertThat(line(seat.get("node").asText()).path("state").asText()).isEqualTo("drain");
        emptied.send(Signal.TERM);
        Await.until(() -> emptied.pid() != life && emptied.state() == Supervised.State.OK);
        Await.until(() -> line(seat.get("node").asText()).path("state").asText().equals("ok"));
    }

    /// Of the list of nodes; missing while the node is not alive.
    private static JsonNode line(String node) {
        var nodes = Players.api().get("/v1/admin/nodes", Players.admin()).ok().get("nodes");
        for (var line : nodes) if (line.get("node").asText().equals(node)) return line;
        return MissingNode.getInstance();
    }

    /// As the room's row says.
    private static int players(JsonNode seat) {
        var world = TheWorld.world();
        var key =
                Map.of(
                        "pk", AttributeValue.fromS("ROOM#" + seat.get("room").asText()),
                        "sk", AttributeValue.fromS("HEAD"));
        var table = world.template().variable("ROOMS_TABLE").orElseThrow();
        var row = world.aws().dynamoDb().getItem(get -> get.tableName(table).key(key)).item();
        return Integer.parseInt(row.get("players").n());
    }

    /// Of the newest batch: the barrier, once the next owner has begun.
    private static long epochOfLog(JsonNode seat) {
        var world = TheWorld.world();
        var pk = AttributeValue.fromS("LOG#" + seat.get("room").asText());
        var newest =
                world.aws()
                        .dynamoDb()
                        .query(query ->
                                query.tableName(
                                                world.template()
                                                        .variable("ROOMS_TABLE")
                                                        .orElseThrow())
                                        .keyConditionExpression("pk = :pk")
                                        .expressionAttributeValues(Map.of(":pk", pk))
                                        .scanIndexForward(false)
                                        .limit(1));
        return Long.parseLong(newest.items().getFirst().get("epoch").n());
    }

    private static Supervised node(JsonNode seat) {
        var name = seat.get("node").asText();
        return TheWorld.world().nodes().find(name).orElseThrow().process();
    }

    private static Told play(Account ann, JsonNode seat, CountDownLatch halfWay) {
        var bob = guest();
        try (var maker = new RoomClient(Players.api(), ann, seat);
                var other = new RoomClient(Players.api(), bob, join(bob, seat))) {
            for (int i = 1; i <= MOVES; i++) {
                maker.move("{\"n\":" + i + "}");
                if (i == MOVES / 2) halfWay.countDown();
                until(maker, i);
            }
            until(other, MOVES);
            var log = Players.api().get("/v1/rooms/" + maker.room() + "/log", ann.token()).ok();
            return new Told(maker.room(), maker.events(), other.events(), log.get("events"));
        }
    }

    private static void until(RoomClient client, int events) {
        while (client.events().size() < events) {
            var frame = client.next();
            if (frame.has("retryIn")) client.againLater(frame);
        }
    }

    private static void check(Told told) {
        for (var events : List.of(told.maker, told.guest)) {
            assertThat(seqs(events))
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, MOVES).boxed().toList());
            assertThat(events.stream().map(event -> event.at("/body/n").asInt()))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, MOVES).boxed().toList());
        }
        assertThat(seqs(told.guest)).hasSize(told.log.size());
    }

    private static List<Long> seqs(List<JsonNode> events) {
        return events.stream().map(event -> event.get("seq").asLong()).toList();
    }
}
