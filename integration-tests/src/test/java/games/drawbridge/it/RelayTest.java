package games.drawbridge.it;

import static games.drawbridge.it.Players.create;
import static games.drawbridge.it.Players.enter;
import static games.drawbridge.it.Players.guest;
import static games.drawbridge.it.Players.hello;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import games.drawbridge.bots.Account;
import games.drawbridge.bots.GameSocket;
import games.drawbridge.it.Players.Visit;
import games.drawbridge.local.process.Signal;
import games.drawbridge.local.process.Supervised;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rooms that a socket enters though another node owns them: the contract holds there too.
class RelayTest {
    private static final String LARGE = "{\"x\":\"" + "y".repeat(3_900) + "\"}";

    private final Account ann = guest();
    private final Account bob = guest();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void everythingIsWellAgain() throws Exception {
        for (var it : open) it.close();
        var world = TheWorld.world();
        world.redis().send(Signal.CONT);
        for (var node : world.nodes().all()) node.process().send(Signal.CONT);
        Await.until(() -> world.redis().state() == Supervised.State.OK);
        Await.until(() ->
                world.nodes().all().stream()
                        .allMatch(it -> it.process().state() == Supervised.State.OK));
    }

    // ---- the same as on the owner ----

    @Test
    void aRoomOfAnotherNodeIsEnteredThroughTheSameSocket() {
        var owned = owned("n1", "{}");
        var relayed = relayed(bob, "n2", owned);
        assertThat(relayed.joined().get("mode").asText()).isEqualTo("fresh");
        assertThat(relayed.joined().get("members")).hasSize(2);
        assertThat(member(owned)).isEqualTo("here");

        owned.move(1, "{\"pi\":3.140}");
        relayed.move(1, "{\"x\":2}");
        for (var visit : List.of(owned, relayed)) {
            var first = event(visit);
            var second = event(visit);
            assertThat(List.of(first.get("seq").asLong(), second.get("seq").asLong()))
                    .containsExactly(1L, 2L);
            assertThat(List.of(first.get("id").asLong(), second.get("id").asLong()))
                    .containsExactly(1L, 1L);
        }
        relayed.socket().send("{\"t\":\"ping\",\"id\":9}");
        assertThat(relayed.socket().next("pong").at("/heads/" + relayed.room()).asLong())
                .isEqualTo(2);
        relayed.leave();
        assertThat(member(relayed)).isEqualTo("left");
        assertThat(member(owned)).isEqualTo("left");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            textBlock =
                    """
                    # frame (R: the room),                                answer, code
                    `{"t":"move","room":"R","id":1,"body":[1]}`,          deny,   bad
                    `{"t":"move","room":"R","id":2,"body":{"drop":0}}`,   deny,   order
                    `{"t":"move","room":"R","id":1,"body":{"drop":9}}`,   deny,   rules
                    `{"t":"move","room":"R","id":1,"body":{"fly":1}}`,    deny,   bad
                    `{"t":"join","room":"nosuch"}`,                       error,  not-found
                    """)
    void whatIsWrongIsAnsweredAsOnTheOwner(String frame, String answer, String code) {
        var owned = enterNew(ann, "n1", "four-in-a-row", "{}");
        var relayed = relayed(bob, "n2", owned);
        owned.move(1, "{\"drop\":3}");
        event(relayed);
        relayed.socket().send(frame.replace("\"R\"", "\"" + relayed.room() + "\""));
        assertThat(relayed.socket().next(answer).get("code").asText()).isEqualTo(code);
    }

    @Test
    void aRepeatIsAcknowledgedAndAPositionIsResumed() {
        var owned = owned("n1", "{}");
        var relayed = relayed(bob, "n2", owned);
        relayed.move(1, "{}");
        assertThat(event(relayed).get("id").asLong()).isEqualTo(1);
        relayed.move(1, "{}");
        assertThat(relayed.socket().next("ack").get("seq").asLong()).isEqualTo(1);
        owned.move(1, "{}");
        event(relayed);

        join(relayed.socket(), relayed.room(), ",\"epoch\":1,\"seq\":1");
        var joined = relayed.socket().next("joined");
        assertThat(joined.get("mode").asText()).isEqualTo("resumed");
        assertThat(joined.get("lastMove").asLong()).isEqualTo(1);
        assertThat(event(relayed).get("seq").asLong()).isEqualTo(2);
        assertThat(relayed.socket().next("live").get("seq").asLong()).isEqualTo(2);
        join(relayed.socket(), relayed.room(), ",\"epoch\":1,\"seq\":7");
        assertThat(relayed.socket().next("joined").get("why").asText()).isEqualTo("lost");
    }

    @Test
    void aDropIsSeenAndTheSeatIsHeld() {
        var owned = owned("n1", "{}");
        var relayed = relayed(bob, "n2", owned);
        assertThat(member(owned)).isEqualTo("here");
        relayed.socket().cut();
        assertThat(member(owned)).isEqualTo("away");
        owned.move(1, "{}");
        event(owned);
        var back = relayed(bob, "n2", owned, ",\"epoch\":1,\"seq\":0");
        assertThat(back.joined().get("mode").asText()).isEqualTo("resumed");
        assertThat(event(back).get("seq").asLong()).isEqualTo(1);
        assertThat(member(owned)).isEqualTo("here");
    }

    @Test
    void aPrivateRoomIsForItsTicketOnly() {
        var seat = Placing.at("n1", hidden(ann), ann);
        entered(seat);
        var elsewhere = enterNew(bob, "n2", "relay", "{}");
        join(elsewhere.socket(), seat.get("room").asText(), "");
        var code = elsewhere.socket().next("error").get("code").asText();
        assertThat(code).isEqualTo("forbidden");
    }

    @Test
    void anEventGoesToANodeOnceHoweverManyWatchIt() {
        var owned = owned("n1", "{}");
        var watching = new ArrayList<Visit>();
        for (int i = 0; i < 4; i++) watching.add(relayed(guest(), "n2", owned));
        try (var bus = new Tapped(owned.room())) {
            for (int i = 1; i <= 10; i++) owned.move(i, "{}");
            for (var visit : watching) while (event(visit).get("seq").asLong() < 10) {}
            Await.until(() -> bus.events().size() >= 10); // the tap hears for itself
            assertThat(bus.events()).hasSize(10);
        }
    }

    /// @param more events that it misses once it is behind
    @ParameterizedTest
    @CsvSource({"20, catches up from the log", "80, is given the state"})
    void aSlowClientHoldsUpNobodyAnd(int more, String then) throws IOException {
        var seat = Placing.at("n1", create(ann, "relay", "{\"seats\":64}"), ann);
        var owned = entered(seat);
        var slow = slowly("n2", owned.room());
        var others = Stream.generate(() -> entered(Players.join(guest(), seat))).limit(20).toList();
        long head = 0;
        try (var bus = new Tapped(owned.room())) {
            for (long last = Long.MAX_VALUE; head < last; head++) {
                assertThat(head).as("its node never noticed that it is slow").isLessThan(400);
                others.get((int) head % 20).move(head / 20 + 1, LARGE);
                event(owned);
                if (last == Long.MAX_VALUE && bus.hasHeard("\"behind\"")) last = head + more;
            }
        }
        boolean reset = false;
        for (long seq = 0; seq < head; ) {
            var frame = slow.next();
            var type = frame.get("t").asText();
            if (type.equals("event")) assertThat(frame.get("seq").asLong()).isEqualTo(++seq);
            if (!type.equals("joined")) continue;
            seq = frame.get("seq").asLong();
            reset = frame.path("why").asText().equals("slow");
        }
        assertThat(reset).as(then).isEqualTo(more > 64);
    }

    private SlowSocket slowly(String through, String room) throws IOException {
        var seat = Placing.at(through, create(bob, "relay"), bob);
        var port = TheWorld.world().nodes().find(through).orElseThrow().port();
        var slow = new SlowSocket(through, port);
        open.add(slow);
        slow.send(hello("ticket", seat.get("ticket").asText()));
        slow.send("{\"t\":\"join\",\"room\":\"%s\"}".formatted(room));
        return slow;
    }

    // ---- faults ----

    @Test
    void aRoomWhoseOwnerDiesComesBackByItself() throws IOException {
        var owned = owned("n1", "{}");
        var relayed = relayed(bob, "n2", owned);
        var other = relayed(guest(), "n2", owned);
        relayed.move(1, "{}");
        event(relayed);
        event(other);
        kill("n1");
        var joined = relayed.socket().next("joined");
        assertThat(joined.get("mode").asText()).isEqualTo("resumed");
        assertThat(joined.get("epoch").asLong()).isEqualTo(2);
        assertThat(relayed.socket().next("live").get("seq").asLong()).isEqualTo(1);
        other.socket().next("live");
        moved(other, 1);
        assertThat(event(relayed).get("seq").asLong()).isEqualTo(2);
    }

    @Test
    void aRoomWhoseNodeLeavesGoesOn() throws IOException {
        var owned = owned("n1", "{}");
        var relayed = relayed(bob, "n2", owned);
        relayed.move(1, "{}");
        event(relayed);
        var leaver = TheWorld.world().nodes().find("n1").orElseThrow().process();
        long life = leaver.pid();
        leaver.send(Signal.TERM);
        assertThat(owned.socket().next("moved").get("after").asLong()).isEqualTo(1);
        assertThat(relayed.socket().next("joined").get("mode").asText()).isEqualTo("resumed");
        moved(relayed, 2);
        Await.until(() -> leaver.pid() != life && leaver.state() == Supervised.State.OK);
    }

    @Test
    void whatIsLostBetweenNodesIsFetchedFromTheLog() {
        var owned = owned("n1", "{}");
        var relayed = relayed(bob, "n2", owned);
        relayed.move(1, "{}");
        event(relayed);
        event(owned);
        try (var redis = new Tapped(owned.room())) {
            redis.cutListeners();
        }
        owned.move(1, "{}");
        comesBack(relayed, 2);
        moved(relayed, 2);
        assertThat(event(owned).get("seq").asLong()).isEqualTo(2);
        assertThat(event(owned).get("by").asText()).isEqualTo(bob.player());
    }

    @Test
    void withoutRedisRelayedRoomsAreBusyAndThenGoOn() throws IOException {
        var owned = owned("n1", "{\"ack\":\"durable\"}");
        var relayed = relayed(bob, "n2", owned);
        relayed.move(1, "{}");
        event(relayed);
        event(owned);
        TheWorld.world().redis().send(Signal.STOP);
        var last = new AtomicLong(1);
        Await.until(() -> denied(relayed, last));
        join(relayed.socket(), relayed.room(), ",\"epoch\":1,\"seq\":1");
        assertThat(relayed.socket().next("error").get("code").asText()).isEqualTo("busy");
        owned.move(1, "{}");
        assertThat(event(owned).get("seq").asLong()).as("an owned room goes on").isEqualTo(2);

        TheWorld.world().redis().send(Signal.CONT);
        comesBack(relayed, 2);
        for (long id = 2; id <= last.get(); id++) moved(relayed, id);
        for (long id = 2; id <= last.get(); id++)
            assertThat(event(owned).get("id").asLong()).as("in order and once").isEqualTo(id);
    }

    // ---- players ----

    private Visit owned(String node, String settings) {
        return enterNew(ann, node, "relay", settings);
    }

    /// Enters a new room that this node owns.
    private Visit enterNew(Account maker, String node, String kind, String settings) {
        return entered(Placing.at(node, create(maker, kind, settings), maker));
    }

    private Visit entered(JsonNode seat) {
        var visit = enter(seat);
        open.add(visit);
        return visit;
    }

    private static JsonNode hidden(Account maker) {
        return Players.api()
                .post("/v1/rooms", maker.token(), "{\"kind\":\"relay\",\"private\":true}")
                .ok();
    }

    private Visit relayed(Account player, String through, Visit room) {
        return relayed(player, through, room, "");
    }

    /// Enters somebody's room with a socket to another node than its owner.
    private Visit relayed(Account player, String through, Visit room, String position) {
        var own = enterNew(player, through, "relay", "{}");
        join(own.socket(), room.room(), position);
        return new Visit(own.socket(), room.room(), own.welcome(), own.socket().next("joined"));
    }

    private static void join(GameSocket socket, String room, String position) {
        socket.send("{\"t\":\"join\",\"room\":\"%s\"%s}".formatted(room, position));
    }

    private static JsonNode event(Visit visit) {
        return visit.socket().next("event");
    }

    /// Hears of the room again, every event once and in order: from the second up to `head` at
    /// least.
    private static void comesBack(Visit visit, long head) {
        boolean joined = false;
        for (long seq = 1; seq < head || !joined; ) {
            var frame = visit.socket().next();
            var type = frame.get("t").asText();
            if (type.equals("event")) assertThat(frame.get("seq").asLong()).isEqualTo(++seq);
            if (!type.equals("joined")) continue;
            assertThat(frame.get("mode").asText()).isEqualTo("resumed");
            joined = true;
        }
    }

    private static String member(Visit visit) {
        var member = visit.socket().next("member");
        return member.get("status").asText();
    }

    /// Whether one of these moves has found the room busy.
    private static boolean denied(Visit visit, AtomicLong id) {
        visit.move(id.incrementAndGet(), "{}");
        for (var frame = visit.socket().poll(); frame != null; frame = visit.socket().poll())
            if (frame.get("t").asText().equals("deny")) {
                assertThat(frame.get("code").asText()).isEqualTo("busy");
                assertThat(frame.get("retryIn").asLong()).isPositive();
                return true;
            }
        return false;
    }

    /// Asks for the move until it happens.
    private static void moved(Visit visit, long id) {
        visit.move(id, "{}");
        while (true) {
            var frame = visit.socket().next();
            switch (frame.get("t").asText()) {
                case "deny" -> visit.move(id, "{}");
                case "event", "ack" -> {
                    if (frame.path("id").asLong() == id) return;
                }
                default -> {}
            }
        }
    }

    private static void kill(String node) throws IOException {
        TheWorld.world().nodes().find(node).orElseThrow().process().send(Signal.KILL);
    }

    /// Everything that nodes say to each other about one room.
    private static final class Tapped implements AutoCloseable {
        private final Vertx vertx = Vertx.vertx();
        private final Redis redis = Redis.createClient(vertx, TheWorld.world().endpoints().redis());
        private final Queue<String> heard = new ConcurrentLinkedQueue<>();

        Tapped(String room) {
            var connection = redis.connect().toCompletionStage().toCompletableFuture().join();
            connection.handler(push -> {
                var text = push.toString();
                if (text.contains(room)) heard.add(text);
            });
            connection
                    .send(Request.cmd(Command.PSUBSCRIBE).arg("node:*"))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }

        /// Whoever listens has to begin again, and misses what is said meanwhile.
        void cutListeners() {
            redis.send(Request.cmd(Command.CLIENT).arg("KILL").arg("TYPE").arg("pubsub"))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }

        boolean hasHeard(String part) {
            return heard.stream().anyMatch(it -> it.contains(part));
        }

        List<String> events() {
            return heard.stream().filter(it -> it.contains("\"t\":\"event\"")).toList();
        }

        @Override
        public void close() {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
